package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.endpoint.Answer;
import de.amtsbote.osci.endpoint.FaultException;
import de.amtsbote.osci.endpoint.FeedbackTexts;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.wire.MessageHead;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;

/** Puts answers together: feedback, certificates, protection (K§5, duty 9). */
final class Answers {

  private final KeyOperations signer;
  private final FeatureDescription features;

  Answers(KeyOperations signer, FeatureDescription features) {
    this.signer = signer;
    this.features = features;
  }

  Answer to(
      MessageHead order,
      Admission admission,
      ControlBlock control,
      FeedbackCode success,
      Outcome outcome)
      throws FaultException {
    var type =
        outcome
            .type()
            .or(() -> order.type().answer())
            .orElseThrow(() -> new FaultException(FeedbackCode.NO_VALID_MESSAGE, "not an order"));
    var certificates =
        outcome.delivery().map(Outcome.Delivery::certificates).orElse(RoleCertificates.NONE);
    var builder =
        OutgoingMessage.of(type, control)
            .features(features)
            .order(order(type, feedback(order, success, outcome, admission), outcome))
            .certificates(
                certificates.with(
                    RoleCertificate.of(Role.INTERMEDIARY, Usage.SIGNATURE, signer.certificate())));
    outcome
        .delivery()
        .ifPresent(delivery -> builder.headers(delivery.headers()).content(delivery.content()));
    return new Answer(
        builder.build(),
        security(order, admission),
        outcome.delivery().map(Outcome.Delivery::release).orElse(() -> {}));
  }

  /** The schema wants chunk information even in the answer to an order that was not understood. */
  private static Order order(MessageType type, Feedback feedback, Outcome outcome) {
    var order = outcome.order().feedback(feedback).build();
    if (order.chunk() != null) {
      return order;
    }
    return switch (type) {
      case RESPONSE_TO_PARTIAL_STORE_DELIVERY ->
          outcome.order().chunk(new ChunkInformation(0L, null, null, null, List.of())).build();
      case RESPONSE_TO_PARTIAL_FETCH_DELIVERY ->
          outcome.order().chunk(new ChunkInformation(0L, null, null, null, null)).build();
      default -> order;
    };
  }

  private static Feedback feedback(
      MessageHead order, FeedbackCode success, Outcome outcome, Admission admission) {
    var codes = new ArrayList<FeedbackCode>();
    codes.add(outcome.error().orElse(success));
    if (outcome.error().isEmpty()) {
      codes.addAll(admission.warnings());
      codes.addAll(outcome.warnings());
    }
    return FeedbackTexts.of(order, codes);
  }

  /**
   * Mail and process cards are encrypted always: that only the owner of the key can read the answer
   * is the sole proof that the mailbox is his.
   */
  private OrderSecurity security(MessageHead order, Admission admission) {
    boolean encrypt = order.transport() != null || isConfidential(order.type());
    return new OrderSecurity(signer, encrypt ? admission.clientCipher().orElse(null) : null);
  }

  private static boolean isConfidential(MessageType type) {
    return switch (type) {
      case FETCH_DELIVERY, FETCH_PROCESS_CARD, MEDIATE_DELIVERY, PARTIAL_FETCH_DELIVERY -> true;
      default -> false;
    };
  }
}
