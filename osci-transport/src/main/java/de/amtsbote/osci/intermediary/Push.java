package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a delivery to a passive recipient and judges its answer (K§5, codes 9805 to 9810). */
final class Push {

  private static final Logger LOG = LoggerFactory.getLogger(Push.class);

  private final RecipientCaller caller;
  private final Inspector inspector;

  Push(RecipientCaller caller, Inspector inspector) {
    this.caller = caller;
    this.inspector = inspector;
  }

  /** Sends the delivery of an order on, with the given business values. */
  PushResult bring(Request request, MessageType type, Order values, X509Certificate addressee) {
    URI recipient;
    try {
      recipient = URI.create(request.order().contentReceiver());
    } catch (IllegalArgumentException | NullPointerException e) {
      return new PushResult.Failed(FeedbackCode.FAILED_BEFORE_RECIPIENT, true);
    }
    if (!caller.admits(recipient)) {
      LOG.warn("push to {} is not admitted", recipient);
      return new PushResult.Failed(FeedbackCode.FAILED_BEFORE_RECIPIENT, true);
    }
    var message = request.message();
    var order =
        OutgoingMessage.of(type, ControlBlock.challenge(Nonces.challenge()))
            .order(values)
            .certificates(caller.withOwn(message.certificates().withoutIntermediary()))
            .headers(message.headers())
            .content(message.content())
            .build();
    return call(recipient, addressee, order, request.at());
  }

  private PushResult call(
      URI recipient, X509Certificate addressee, OutgoingMessage order, Instant at) {
    try {
      return judge(caller.call(recipient, addressee, order), order, at);
    } catch (TransportException e) {
      LOG.warn("push to {} failed: {}", recipient, e.toString());
      boolean before = e.fate() == TransportException.Fate.NOT_SENT;
      return new PushResult.Failed(
          before ? FeedbackCode.FAILED_BEFORE_RECIPIENT : FeedbackCode.FAILED_AFTER_RECIPIENT,
          before);
    } catch (OsciException e) {
      LOG.warn("answer of {} is refused: {}", recipient, e.error().describe());
      return new PushResult.Failed(FeedbackCode.ANSWER_SIGNATURE_INVALID, false);
    } catch (IOException e) {
      LOG.warn("push to {} failed: {}", recipient, e.toString());
      return new PushResult.Failed(FeedbackCode.FAILED_AFTER_RECIPIENT, false);
    }
  }

  private PushResult judge(IncomingMessage answer, OutgoingMessage order, Instant at) {
    var warnings = new ArrayList<FeedbackCode>();
    var failure = failure(answer, order, at, warnings);
    if (failure != null) {
      answer.close();
      return new PushResult.Failed(failure, false);
    }
    return new PushResult.Taken(answer, warnings);
  }

  private FeedbackCode failure(
      IncomingMessage answer, OutgoingMessage order, Instant at, List<FeedbackCode> warnings) {
    if (answer.type() == MessageType.SOAP_FAULT) {
      return FeedbackCode.RECIPIENT_INTERNAL_ERROR;
    }
    if (!order.control().challenge().equals(answer.control().response())) {
      return FeedbackCode.ANSWER_SIGNATURE_INVALID;
    }
    var signer = judgeSigner(answer, at, warnings);
    if (signer != null) {
      return signer;
    }
    if (answer.transport().isEmpty()) {
      warnings.add(FeedbackCode.ANSWER_UNENCRYPTED);
    }
    return judgeFeedback(answer.order().feedback());
  }

  private FeedbackCode judgeSigner(
      IncomingMessage answer, Instant at, List<FeedbackCode> warnings) {
    if (answer.orderSignature().isEmpty()) {
      warnings.add(FeedbackCode.ANSWER_UNSIGNED);
      return null;
    }
    var signer = answer.orderSignature().get().signer();
    if (signer.role() == Role.INTERMEDIARY) {
      return FeedbackCode.ANSWER_SIGNATURE_INVALID;
    }
    var said = inspector.recipientSignature(signer.certificate(), at);
    if (said.isPresent() && !said.get().kind().isExecuted()) {
      return said.get();
    }
    said.ifPresent(warnings::add);
    return null;
  }

  private static FeedbackCode judgeFeedback(Feedback feedback) {
    if (feedback == null) {
      return FeedbackCode.RECIPIENT_INTERNAL_ERROR;
    }
    if (feedback.isExecuted()) {
      return null;
    }
    if (feedback.has(FeedbackCode.NO_ANSWER_DELIVERY)) {
      return FeedbackCode.NO_ANSWER_DELIVERY;
    }
    return feedback.has(FeedbackCode.NOT_ACCEPTED)
        ? FeedbackCode.NOT_ACCEPTED
        : FeedbackCode.RECIPIENT_INTERNAL_ERROR;
  }
}
