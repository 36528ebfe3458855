package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.List;
import java.util.Optional;

/**
 * What became of an order.
 *
 * @param error why it was not executed; empty if it was
 * @param warnings codes besides
 * @param order business values of the answer, feedback not yet among them
 * @param delivery what the answer carries
 * @param type of the answer, if it is another one than usual
 */
record Outcome(
    Optional<FeedbackCode> error,
    List<FeedbackCode> warnings,
    Order.Builder order,
    Optional<Delivery> delivery,
    Optional<MessageType> type) {

  Outcome(
      Optional<FeedbackCode> error,
      List<FeedbackCode> warnings,
      Order.Builder order,
      Optional<Delivery> delivery) {
    this(error, warnings, order, delivery, Optional.empty());
  }

  /** The same, as another answer than usual. */
  Outcome as(MessageType answer) {
    return new Outcome(error, warnings, order, delivery, Optional.of(answer));
  }

  /**
   * A delivery on its way out.
   *
   * @param messageId its id; empty for the answer of a recipient, which needs no acknowledgement
   * @param release frees its content
   */
  record Delivery(
      Optional<String> messageId,
      RoleCertificates certificates,
      List<HeaderBlock> headers,
      ContentPackage content,
      Runnable release) {

    /** The delivery that an order brings; it is freed with the order. */
    static Delivery of(IncomingMessage order) {
      return new Delivery(
          Optional.empty(),
          order.certificates().withoutIntermediary(),
          order.headers(),
          order.content(),
          () -> {});
    }
  }

  static Outcome refused(FeedbackCode error) {
    return new Outcome(Optional.of(error), List.of(), Order.builder(), Optional.empty());
  }

  static Outcome done(Order.Builder order) {
    return new Outcome(Optional.empty(), List.of(), order, Optional.empty());
  }

  static Outcome done(Order.Builder order, List<FeedbackCode> warnings) {
    return new Outcome(Optional.empty(), warnings, order, Optional.empty());
  }
}
