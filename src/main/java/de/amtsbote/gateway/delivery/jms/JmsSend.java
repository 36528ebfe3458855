package de.amtsbote.gateway.delivery.jms;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.delivery.Failures;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverForm;
import de.amtsbote.gateway.delivery.MediaTypes;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;

/**
 * Sends each hand-over as one persistent message, in a transaction, its body streamed. The delivery
 * id is the duplicate detection id too: when nobody knows whether a commit arrived, the next
 * attempt sends it again, and a broker that has it says so and takes nothing.
 */
final class JmsSend implements Delivery {

  /** The body of a large message is read from here while it is sent. */
  private static final String STREAM = "JMS_AMQ_InputStream";

  /** Names of properties have no hyphens. */
  static final String DELIVERY_ID = "Amtsbote_Delivery_Id";

  private static final Map<String, String> ABOUT =
      Map.of(
          "standard", "Amtsbote_Standard",
          "version", "Amtsbote_Version",
          "messageType", "Amtsbote_Message_Type",
          "service", "Amtsbote_Service",
          "test", "Amtsbote_Test");

  private final String name;
  private final DeliverySettings settings;
  private final Brokers brokers;

  /** By its own name: the session would also try names of elder brokers, and make such a queue. */
  private final Queue queue;

  JmsSend(String name, DeliverySettings settings, Brokers brokers) {
    this.name = name;
    this.settings = settings;
    this.brokers = brokers;
    this.queue = ActiveMQDestination.createQueue(settings.queue());
  }

  @Override
  public void handOver(Handover handover) {
    try (var connection = brokers.connect();
        var session = connection.createSession(true, Session.SESSION_TRANSACTED);
        var patience = new Patience(connection, settings.answerTimeout().multipliedBy(2));
        var content = patience.watched(open(handover))) {
      var producer = session.createProducer(queue);
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      producer.send(message(session, handover, content));
      session.commit();
    } catch (JMSException | RuntimeException e) {
      if (!has(e, ActiveMQExceptionType.DUPLICATE_ID_REJECTED)) {
        throw failure(e);
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Opens the way to the queue and sends nothing. */
  @Override
  public void probe() {
    try (var connection = brokers.connect();
        var session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      session.createProducer(queue).close();
    } catch (JMSException | IOException | RuntimeException e) {
      throw failure(e);
    }
  }

  private boolean isPayload() {
    return settings.format() == DeliverySettings.Format.PAYLOAD;
  }

  private InputStream open(Handover handover) throws IOException {
    return isPayload() ? handover.payload().content().open() : HandoverForm.of(handover).open();
  }

  private BytesMessage message(Session session, Handover handover, InputStream content)
      throws JMSException {
    var message = session.createBytesMessage();
    message.setStringProperty(Message.HDR_DUPLICATE_DETECTION_ID.toString(), handover.deliveryId());
    message.setStringProperty(DELIVERY_ID, handover.deliveryId());
    message.setStringProperty("Amtsbote_Message_Id", handover.messageId());
    message.setJMSCorrelationID(handover.messageId());
    for (var fact : ABOUT.entrySet()) {
      var value = handover.about().get(fact.getKey());
      if (value != null) {
        message.setStringProperty(fact.getValue(), value);
      }
    }
    if (isPayload()) {
      message.setStringProperty("Content_Type", MediaTypes.safe(handover.payload().mediaType()));
      message.setStringProperty("Amtsbote_Sha256", handover.payload().sha256());
    } else {
      message.setStringProperty("Content_Type", HandoverForm.of(handover).contentType());
    }
    message.setObjectProperty(STREAM, content);
    return message;
  }

  private GatewayException failure(Exception error) {
    return Failures.known(error)
        .orElseGet(
            () ->
                new GatewayException(
                    ErrorCode.DELIVERY_UNAVAILABLE,
                    "delivery %s: the broker %s".formatted(name, why(error)),
                    error));
  }

  private static String why(Exception error) {
    if (has(error, ActiveMQExceptionType.ADDRESS_FULL)) {
      return "has no room in the queue";
    }
    if (has(error, ActiveMQExceptionType.SECURITY_EXCEPTION)) {
      return "does not accept our login, or does not let us send to the queue";
    }
    if (error instanceof InvalidDestinationException
        || has(error, ActiveMQExceptionType.QUEUE_DOES_NOT_EXIST)
        || has(error, ActiveMQExceptionType.ADDRESS_DOES_NOT_EXIST)) {
      return "has no such queue";
    }
    return "cannot be reached, or does not answer in time";
  }

  private static boolean has(Throwable error, ActiveMQExceptionType type) {
    for (var it = error; it != null; it = it.getCause()) {
      if (it instanceof ActiveMQException known && known.getType() == type) {
        return true;
      }
    }
    return false;
  }
}
