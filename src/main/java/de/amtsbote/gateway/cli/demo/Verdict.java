package de.amtsbote.gateway.cli.demo;

import de.amtsbote.gateway.cli.demo.Expectation.Delivered;
import de.amtsbote.gateway.cli.demo.Expectation.Duplicate;
import de.amtsbote.gateway.cli.demo.Expectation.Rejected;
import de.amtsbote.gateway.cli.town.Arrivals.Arrival;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what became of an application with what must become of it. */
final class Verdict {

  private Verdict() {}

  /**
   * What is wrong with the case, in words, or nothing.
   *
   * @param arrivals the hand-overs that brought its payload
   * @param attachments the SHA-256 of its attachments
   */
  static Optional<String> complaint(Case one, List<Arrival> arrivals, Set<String> attachments) {
    Expectation expected = one.application().expectation();
    if (expected instanceof Delivered delivered) {
      return aboutDelivery(one, delivered, arrivals, attachments);
    }
    if (expected instanceof Rejected rejected) {
      return aboutRejection(one, rejected, arrivals);
    }
    return expected instanceof Duplicate && !one.answeredWithAnEarlierReceipt()
        ? Optional.of("was taken for a new message")
        : Optional.empty();
  }

  private static Optional<String> aboutDelivery(
      Case one, Delivered expected, List<Arrival> arrivals, Set<String> attachments) {
    if (one.answeredWithAnEarlierReceipt()) {
      return Optional.of("was taken for a duplicate");
    }
    if (!one.view().delivered()) {
      return Optional.of("ended as " + stateOf(one) + ", not delivered");
    }
    if (arrivals.isEmpty()) {
      return Optional.of("is said to be delivered, but no Fachverfahren has it as it was sent");
    }
    if (arrivals.size() > 1) {
      return Optional.of("was delivered " + arrivals.size() + " times");
    }
    Arrival arrival = arrivals.get(0);
    if (!arrival.procedure().equals(expected.procedure())) {
      return Optional.of("went to " + arrival.procedure() + ", not to " + expected.procedure());
    }
    return arrival.fingerprints().containsAll(attachments)
        ? Optional.empty()
        : Optional.of("arrived without its attachments as they were sent");
  }

  private static Optional<String> aboutRejection(
      Case one, Rejected expected, List<Arrival> arrivals) {
    if (!arrivals.isEmpty()) {
      return Optional.of(
          "reached " + arrivals.get(0).procedure() + " and should have been refused");
    }
    if (!one.view().rejected()) {
      return Optional.of("ended as " + stateOf(one) + ", not rejected");
    }
    return one.view().code().equals(expected.code())
        ? Optional.empty()
        : Optional.of("was refused as " + one.view().code() + ", not as " + expected.code());
  }

  private static String stateOf(Case one) {
    return one.view().state().isEmpty() ? "refused at the door" : one.view().state();
  }
}
