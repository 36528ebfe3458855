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
import java.util.Optional;
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

  /** Where an order wants its delivery to be brought, if that is admitted. */
  Optional<URI> recipientOf(Request request) {
    try {
      var recipient = URI.create(request.order().contentReceiver());
      if (caller.admits(recipient)) {
        return Optional.of(recipient);
      }
      LOG.warn("push to {} is not admitted", recipient);
    } catch (IllegalArgumentException | NullPointerException e) {
      LOG.warn("push to what is no address");
    }
    return Optional.empty();
  }

  /** How it goes on with a delivery whose recipient cannot be reached. */
  Optional<PushRetry> later() {
    return caller.later();
  }

  /** Brings a delivery with the given business values. */
  PushResult bring(
      URI recipient,
      MessageType type,
      Order values,
      Outcome.Delivery parcel,
      X509Certificate addressee,
      Instant at) {
    var order =
        OutgoingMessage.of(type, ControlBlock.challenge(Nonces.challenge()))
            .order(values)
            .certificates(caller.withOwn(parcel.certificates()))
            .headers(parcel.headers())
            .content(parcel.content())
            .build();
    return call(recipient, addressee, order, at);
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
          before,
          e.fate().isTransient());
    } catch (OsciException e) {
      LOG.warn("answer of {} is refused: {}", recipient, e.error().describe());
      return new PushResult.Failed(FeedbackCode.ANSWER_SIGNATURE_INVALID, false, false);
    } catch (IOException e) {
      LOG.warn("push to {} failed: {}", recipient, e.toString());
      return new PushResult.Failed(FeedbackCode.FAILED_AFTER_RECIPIENT, false, true);
    }
  }

  private PushResult judge(IncomingMessage answer, OutgoingMessage order, Instant at) {
    var warnings = new ArrayList<FeedbackCode>();
    var failure = failure(answer, order, at, warnings);
    if (failure != null) {
      boolean again = failure == FeedbackCode.RECIPIENT_INTERNAL_ERROR && mayGetBetter(answer);
      answer.close();
      return new PushResult.Failed(failure, false, again);
    }
    return new PushResult.Taken(answer, warnings);
  }

  private static boolean mayGetBetter(IncomingMessage answer) {
    return answer.type() == MessageType.SOAP_FAULT
        ? answer.order().fault().server()
        : Optional.ofNullable(answer.order().feedback())
            .flatMap(Feedback::firstError)
            .flatMap(Feedback.Entry::known)
            .filter(FeedbackCode::isTransient)
            .isPresent();
  }

  private FeedbackCode failure(
      IncomingMessage answer, OutgoingMessage order, Instant at, List<FeedbackCode> warnings) {
    if (answer.type() == MessageType.SOAP_FAULT) {
      return FeedbackCode.RECIPIENT_INTERNAL_ERROR;
    }
    if (!order.control().challenge().equals(answer.control().response())) {
      return FeedbackCode.ANSWER_SIGNATURE_INVALID;
    }
    if (!Deliveries.canGoOn(answer)) {
      return FeedbackCode.RECIPIENT_INTERNAL_ERROR;
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
