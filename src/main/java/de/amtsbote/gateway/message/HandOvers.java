package de.amtsbote.gateway.message;

import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings messages to where their hand-overs are. A message is delivered when its route has ended,
 * so that no further receiver can come, and all receivers have it; whichever of the two comes last
 * moves it.
 */
public class HandOvers {

  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final PostgresMessages rows;
  private final TransactionTemplate transaction;

  HandOvers(
      MessageStore messages,
      TransmissionStore transmissions,
      PostgresTables tables,
      TransactionTemplate transaction) {
    this.messages = messages;
    this.transmissions = transmissions;
    this.rows = tables.messages();
    this.transaction = transaction;
  }

  /**
   * The route has ended: the message is delivered when all receivers have it, sent while a receipt
   * is awaited, completed when the route handed it over by other means.
   *
   * @throws GatewayException {@link ErrorCode#ROUTE_FAILED} when an operator chose another receiver
   *     and the route gave it to none
   */
  public void routeEnded(MessageId id, String route) {
    transaction.executeWithoutResult(
        status -> {
          var state = rows.endWork(id).orElseThrow(() -> MessageReader.unknown(id));
          var all = transmissions.of(id);
          var current = current(all);
          if (current.isEmpty() && !all.isEmpty()) {
            throw new GatewayException(
                ErrorCode.ROUTE_FAILED,
                "route '%s' gave it to nobody, although an operator chose another receiver"
                    .formatted(route));
          }
          var reached = reached(current);
          if (state.canMoveTo(reached)) {
            messages.advance(id, reached, Note.of(Map.of("route", route)));
          }
        });
  }

  /** A receiver has it; within the transaction that notes this of its hand-over. */
  public void received(MessageId id, Note note) {
    transaction.executeWithoutResult(
        status -> {
          var row = rows.lock(id).orElseThrow(() -> MessageReader.unknown(id));
          if (!row.underWay()
              && row.state().canMoveTo(MessageState.DELIVERED)
              && reached(transmissions.current(id)) == MessageState.DELIVERED) {
            messages.move(id, MessageState.DELIVERED, note);
          }
        });
  }

  private static List<Transmission> current(List<Transmission> all) {
    return all.stream().filter(it -> it.state() != TransmissionState.REPLACED).toList();
  }

  private static MessageState reached(List<Transmission> current) {
    if (current.isEmpty()) {
      return MessageState.COMPLETED;
    }
    return current.stream().allMatch(it -> it.state() == TransmissionState.DELIVERED)
        ? MessageState.DELIVERED
        : MessageState.SENT;
  }
}
