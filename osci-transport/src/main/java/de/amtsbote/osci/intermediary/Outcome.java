package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.RoleCertificates;
import java.util.List;
import java.util.Optional;

/**
 * What became of an order.
 *
 * @param error why it was not executed; empty if it was
 * @param warnings codes besides
 * @param order business values of the answer, feedback not yet among them
 * @param delivery what the answer carries
 */
record Outcome(
    Optional<FeedbackCode> error,
    List<FeedbackCode> warnings,
    Order.Builder order,
    Optional<Delivery> delivery) {

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
      Runnable release) {}

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
