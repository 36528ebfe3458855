package de.amtsbote.acceptance.site;

import de.amtsbote.osci.testport.Ports;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A procedure that takes its messages out of a queue of a broker of its own. */
public final class QueueProcedure implements AutoCloseable {

  private static final String QUEUE = "wohngeld.eingang";
  private static final int PATIENCE = 60_000;
  private static final String SETTINGS =
      """

      amtsbote.deliveries.wohngeld: {kind: jms, url: "tcp://127.0.0.1:%d", queue: %s}
      """;

  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final int port;

  private QueueProcedure(int port) {
    this.port = port;
  }

  /** Starts the broker on a free port. */
  public static QueueProcedure open() throws Exception {
    QueueProcedure opened = new QueueProcedure(Ports.free());
    Path folder = Files.createTempDirectory("amtsbote-broker-");
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setSecurityEnabled(false);
    configuration.setJMXManagementEnabled(false);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalFileSize(1024 * 1024);
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(
            NettyAcceptorFactory.class.getName(),
            Map.of("host", "127.0.0.1", "port", opened.port, "useEpoll", false)));
    opened.broker.setConfiguration(configuration);
    opened.broker.start();
    return opened;
  }

  /** What the gateway must be told, to be added to its configuration. */
  String settings() {
    return SETTINGS.formatted(port, QUEUE);
  }

  /** Takes the next message. */
  public Delivery take() throws JMSException {
    try (ActiveMQConnectionFactory factory =
            new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port + "?useEpoll=false");
        Connection connection = factory.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      BytesMessage message =
          (BytesMessage) session.createConsumer(session.createQueue(QUEUE)).receive(PATIENCE);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      message.setObjectProperty("JMS_AMQ_SaveStream", body);
      session.commit();
      return new Delivery(
          message.getStringProperty("Amtsbote_Delivery_Id"),
          Multipart.parts(message.getStringProperty("Content_Type"), body.toByteArray()),
          Map.of());
    }
  }

  /** How many messages wait. */
  public long waiting() {
    return broker.getActiveMQServer().locateQueue(QUEUE).getMessageCount();
  }

  @Override
  public void close() {
    try {
      broker.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the broker does not stop", failure);
    }
  }
}
