package de.amtsbote.gateway.delivery.jms;

import de.amtsbote.gateway.delivery.TestTls;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testport.Ports;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** A real broker of a procedure, which keeps its messages on disk. */
final class Broker implements AutoCloseable {

  static final String USER = "amtsbote";
  static final String PASSWORD = "password-of-the-gateway";

  private final Path folder;
  private final int port = Ports.free();
  private final Map<Integer, TestIdentity> tls = new LinkedHashMap<>();
  private final AtomicBoolean hidesCommit = new AtomicBoolean();
  private volatile boolean commits;
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private EmbeddedActiveMQ broker;

  Broker(Path folder) {
    this.folder = folder;
  }

  /** A port with mutual TLS. */
  int tls(TestIdentity identity) {
    var each = Ports.free();
    tls.put(each, identity);
    return each;
  }

  int port() {
    return port;
  }

  Broker start() throws Exception {
    var config = new ConfigurationImpl();
    config.setJournalType(JournalType.NIO);
    config.setJournalDirectory(folder.resolve("journal").toString());
    config.setBindingsDirectory(folder.resolve("bindings").toString());
    config.setLargeMessagesDirectory(folder.resolve("large").toString());
    config.setPagingDirectory(folder.resolve("paging").toString());
    config.setJournalFileSize(1024 * 1024);
    config.setJMXManagementEnabled(false);
    config.addAcceptorConfiguration(acceptor(port, Map.of()));
    for (var each : tls.entrySet()) {
      config.addAcceptorConfiguration(acceptor(each.getKey(), secured(each.getValue())));
    }
    config.addAddressSetting(
        "small",
        new AddressSettings()
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
            .setMaxSizeBytes(1));
    config.addAddressSetting(
        "blocked",
        new AddressSettings()
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK)
            .setMaxSizeBytes(1));
    config.addAddressSetting(
        "closed", new AddressSettings().setAutoCreateAddresses(false).setAutoCreateQueues(false));
    broker = new EmbeddedActiveMQ();
    broker.setConfiguration(config);
    broker.setSecurityManager(new Doorkeeper());
    broker.start();
    var remoting = broker.getActiveMQServer().getRemotingService();
    remoting.addIncomingInterceptor((Interceptor) this::incoming);
    remoting.addOutgoingInterceptor((Interceptor) this::outgoing);
    return this;
  }

  private static TransportConfiguration acceptor(int port, Map<String, Object> more) {
    var options = new HashMap<>(more);
    options.put("host", "127.0.0.1");
    options.put("port", port);
    options.put("useEpoll", false);
    return new TransportConfiguration(
        NettyAcceptorFactory.class.getName(), options, "port-" + port);
  }

  private Map<String, Object> secured(TestIdentity identity) throws Exception {
    return Map.of(
        "sslEnabled",
        true,
        "keyStoreType",
        "PKCS12",
        "keyStorePath",
        TestTls.keyStore(folder, identity).toString(),
        "keyStorePassword",
        TestTls.PASSWORD,
        "needClientAuth",
        true,
        "trustStoreType",
        "PKCS12",
        "trustStorePath",
        TestTls.trustStore(folder).toString(),
        "trustStorePassword",
        TestTls.PASSWORD);
  }

  private static final class Doorkeeper implements ActiveMQSecurityManager {

    @Override
    public boolean validateUser(String user, String password) {
      return USER.equals(user) && PASSWORD.equals(password);
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType type) {
      return validateUser(user, password);
    }
  }

  private boolean incoming(Packet packet, RemotingConnection connection) {
    commits = packet.getType() == PacketImpl.SESS_COMMIT;
    if (commits) {
      try {
        slow.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return true;
  }

  private boolean outgoing(Packet packet, RemotingConnection connection) {
    if (hidesCommit.get() && commits && packet.getType() == PacketImpl.NULL_RESPONSE) {
      hidesCommit.set(false);
      connection.getTransportConnection().forceClose();
      return false;
    }
    return true;
  }

  /** The next commit is done, and nobody hears of it. */
  void hidesTheNextCommit() {
    hidesCommit.set(true);
  }

  void isSlow() {
    slow = new CountDownLatch(1);
  }

  void goesOn() {
    slow.countDown();
  }

  /** Messages that wait in a queue. */
  long waiting(String queue) throws Exception {
    var found = broker.getActiveMQServer().locateQueue(queue);
    return found == null ? 0 : found.getMessageCount();
  }

  /**
   * What a procedure takes out of a queue.
   *
   * @param body all octets
   */
  record Taken(BytesMessage message, byte[] body) {}

  /** Takes one message out of a queue. */
  Taken take(String queue) throws JMSException, IOException {
    try (var factory =
            new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?useEpoll=false");
        var connection = factory.createConnection(USER, PASSWORD);
        var session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      var message = (BytesMessage) session.createConsumer(session.createQueue(queue)).receive(5000);
      var body = new ByteArrayOutputStream();
      message.setObjectProperty("JMS_AMQ_SaveStream", body);
      session.commit();
      return new Taken(message, body.toByteArray());
    }
  }

  void stop() throws Exception {
    broker.stop();
  }

  @Override
  public void close() {
    goesOn();
    try {
      broker.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
