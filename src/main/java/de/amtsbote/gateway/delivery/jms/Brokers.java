package de.amtsbote.gateway.delivery.jms;

import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import javax.net.ssl.SSLContext;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Connects to one broker. With TLS its name is checked against its certificate, always. */
final class Brokers {

  private final DeliverySettings settings;
  private final ActiveMQConnectionFactory factory;

  /**
   * Makes a client ready; nobody is called yet.
   *
   * @param tls null for what the JDK trusts
   */
  Brokers(DeliverySettings settings, SSLContext tls) {
    this.settings = settings;
    this.factory = new ActiveMQConnectionFactory(false, transport(settings, tls));
    factory.setCallTimeout(settings.answerTimeout().toMillis());
    factory.setBlockOnDurableSend(true);
    factory.setUseTopologyForLoadBalancing(false);
    // who tries again, and when, is decided by the gateway
    factory.setInitialConnectAttempts(1);
    factory.setReconnectAttempts(0);
    factory.setConnectionTTL(settings.answerTimeout().toMillis());
    factory.setClientFailureCheckPeriod(settings.answerTimeout().toMillis() / 2);
  }

  private static TransportConfiguration transport(DeliverySettings settings, SSLContext tls) {
    var options = new HashMap<String, Object>();
    options.put(TransportConstants.HOST_PROP_NAME, settings.url().getHost());
    options.put(TransportConstants.PORT_PROP_NAME, settings.url().getPort());
    options.put(
        TransportConstants.NETTY_CONNECT_TIMEOUT, (int) settings.connectTimeout().toMillis());
    options.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    options.put(TransportConstants.USE_KQUEUE_PROP_NAME, false);
    if (settings.url().getScheme().equals("ssl")) {
      options.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
      options.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
      options.put(
          TransportConstants.SSL_CONTEXT_PROP_NAME,
          SslContexts.keep(tls == null ? trustOfTheJdk() : tls));
    }
    return new TransportConfiguration(NettyConnectorFactory.class.getName(), options);
  }

  private static SSLContext trustOfTheJdk() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "every JDK has TLS", e);
    }
  }

  /**
   * A new connection. The password is read each time, so that it can be changed while running.
   *
   * @throws JMSException when there is none
   */
  Connection connect() throws JMSException, IOException {
    var login = settings.login();
    if (login == null) {
      return factory.createConnection();
    }
    try (var lines = Files.lines(login.passwordFile())) {
      return factory.createConnection(login.user(), lines.findFirst().orElse("").strip());
    }
  }
}
