package de.amtsbote.osci.endpoint;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Fault;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.RefusedMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one request body and gives one answer body, whatever the request is: every input ends in an
 * OSCI answer or a SOAP fault, and every fault names an incident that is in the log. Knows nothing
 * of HTTP, so any host can mount it.
 */
public final class OsciEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(OsciEndpoint.class);

  private final MessageReader reader;
  private final MessageComposer composer;
  private final OsciService service;

  /** An endpoint for one service. */
  public OsciEndpoint(MessageReader reader, MessageComposer composer, OsciService service) {
    this.reader = reader;
    this.composer = composer;
    this.service = service;
  }

  /** Answers a request; the caller closes the answer. Throws nothing but errors of the JVM. */
  public ComposedMessage handle(InputStream request) {
    try {
      return answer(request);
    } catch (FaultException e) {
      return fault(e.code(), e);
    } catch (OsciException e) {
      return fault(faultCode(e), e);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return fault(FeedbackCode.SUPPLIER_INTERNAL_ERROR, e);
    }
  }

  private ComposedMessage answer(InputStream request) throws IOException {
    try (var order = reader.read(request, Expectations.NONE)) {
      return compose(service.execute(order));
    } catch (RefusedMessageException e) {
      LOG.info("order refused: {}", e.error().describe());
      return compose(service.refuse(e.head(), e.error()));
    }
  }

  private ComposedMessage compose(Answer answer) throws IOException {
    try {
      return new HeldMessage(composer.compose(answer.message(), answer.security()), answer);
    } catch (IOException | RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  private static FeedbackCode faultCode(OsciException e) {
    return e.error()
        .feedback()
        .filter(code -> code.kind().isFault())
        .orElse(
            e.error().isPermanent()
                ? FeedbackCode.NO_VALID_MESSAGE
                : FeedbackCode.SUPPLIER_INTERNAL_ERROR);
  }

  private ComposedMessage fault(FeedbackCode code, Throwable why) {
    var incident = UUID.randomUUID().toString();
    if (code == FeedbackCode.SUPPLIER_INTERNAL_ERROR) {
      LOG.error("incident {}: fault {}", incident, code.code(), why);
    } else {
      LOG.warn("incident {}: fault {}: {}", incident, code.code(), why.getMessage());
    }
    var plain = Fault.of(code);
    var fault =
        new Fault(plain.code(), plain.server(), plain.text() + " (Vorfall " + incident + ")");
    var message =
        OutgoingMessage.of(MessageType.SOAP_FAULT, new ControlBlock(null, null, null, null))
            .order(Order.builder().fault(fault).build())
            .features(null)
            .build();
    try {
      return composer.compose(message, OrderSecurity.NONE);
    } catch (OsciException | RuntimeException e) {
      LOG.error("incident {}: the fault itself cannot be composed", incident, e);
      return LastResort.FAULT;
    }
  }
}
