package de.amtsbote.gateway.message;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator can do with a message; each stands in its timeline with actor and reason. */
public class OperatorMoves {

  /** States in which a message can be rejected or cancelled by an operator. */
  public static final Set<MessageState> ENDABLE =
      EnumSet.of(MessageState.RECEIVED, MessageState.VALIDATED, MessageState.PARKED);

  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final RedirectStore redirects;
  private final TransactionTemplate transaction;

  OperatorMoves(
      MessageStore messages,
      TransmissionStore transmissions,
      RedirectStore redirects,
      TransactionTemplate transaction) {
    this.messages = messages;
    this.transmissions = transmissions;
    this.redirects = redirects;
    this.transaction = transaction;
  }

  /**
   * Who does something, and why.
   *
   * @param actor such as {@code operator:meier}
   * @param reason shown in the timeline: no personal data
   * @param acceptUnclear whether it is done although the receiver may have the message
   */
  public record Order(String actor, String reason, boolean acceptUnclear) {

    Note note(Map<String, String> more) {
      var details = new LinkedHashMap<>(more);
      details.put("reason", reason);
      return Note.by(actor, details);
    }
  }

  /**
   * Gives a parked message back to its route. What may have arrived is asked for where it went and
   * sent again under the same id, unless the order accepts that it arrives twice: then it is sent
   * anew, to wherever its receiver is now, also when it waits for where it went.
   *
   * @throws GatewayException {@link ErrorCode#TRANSITION_ILLEGAL} when it is not parked
   */
  public void repeat(MessageId id, Order order) {
    if (!order.acceptUnclear()) {
      messages.repeat(id, order.note(Map.of()));
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          requireEndable(id);
          messages.again(id, TimelineEvent.REPEATED, order.note(Map.of("anew", "true")));
          transmissions.current(id).forEach(it -> transmissions.anew(it.id()));
        });
  }

  /**
   * Rejects a message; its sender is told the reason.
   *
   * @throws GatewayException {@link ErrorCode#TRANSITION_ILLEGAL}, {@link ErrorCode#MESSAGE_BUSY},
   *     {@link ErrorCode#RESULT_UNCLEAR}
   */
  public void reject(MessageId id, Order order) {
    var why = new GatewayException(ErrorCode.REJECTED_BY_OPERATOR, order.reason());
    end(id, MessageState.REJECTED, order, Reason.of(why));
  }

  /**
   * Takes a message back.
   *
   * @throws GatewayException as for {@link #reject}
   */
  public void cancel(MessageId id, Order order) {
    end(id, MessageState.CANCELLED, order, null);
  }

  /**
   * Gives a message that is parked or waits to another receiver.
   *
   * @throws GatewayException as for {@link #reject}
   */
  public void redirect(MessageId id, Redirect redirect, Order order) {
    transaction.executeWithoutResult(
        status -> {
          requireEndable(id);
          requireSameMeans(id, redirect);
          requireClear(
              id, order, it -> redirect.replaces(it) && it.state() == TransmissionState.SENDING);
          transmissions.of(id).stream()
              .filter(it -> redirect.replaces(it) && !isThere(it))
              .forEach(it -> transmissions.replaced(it.id()));
          transmissions.revived(id, redirect.kind(), redirect.destination());
          redirects.keep(id, redirect, order.actor());
          var details = new LinkedHashMap<String, String>();
          details.put("destination", redirect.destination());
          if (!redirect.replaced().isEmpty()) {
            details.put("replaced", redirect.replaced());
          }
          messages.again(id, TimelineEvent.REDIRECTED, order.note(details));
        });
  }

  private void end(MessageId id, MessageState to, Order order, Reason reason) {
    transaction.executeWithoutResult(
        status -> {
          requireEndable(id);
          requireClear(id, order, Transmission::mayHaveArrived);
          messages.end(id, to, order.note(Map.of()), reason);
        });
  }

  /** Nobody moves the message between this look and the end of the transaction. */
  private void requireEndable(MessageId id) {
    messages.lock(id);
    var state = messages.get(id).state();
    if (!ENDABLE.contains(state)) {
      throw new GatewayException(
          ErrorCode.TRANSITION_ILLEGAL, "message %s is %s".formatted(id, state));
    }
  }

  /** The step of the route that hands over stays as it is, only its receiver is another. */
  private void requireSameMeans(MessageId id, Redirect redirect) {
    var current = transmissions.current(id);
    if (!current.isEmpty() && current.stream().noneMatch(it -> it.kind() == redirect.kind())) {
      throw new GatewayException(
          ErrorCode.TARGET_UNKNOWN,
          switch (current.get(0).kind()) {
            case OSCI -> "the route sends this message to a partner; name a partner";
            case DELIVERY -> "the route gives this message to a delivery; name a delivery";
            case XTA -> "the route sends this message to an XTA server; name a server";
          });
    }
  }

  private void requireClear(MessageId id, Order order, Predicate<Transmission> unclear) {
    if (order.acceptUnclear()) {
      return;
    }
    transmissions.current(id).stream()
        .filter(unclear)
        .findFirst()
        .ifPresent(
            it -> {
              throw new GatewayException(
                  ErrorCode.RESULT_UNCLEAR,
                  "the hand-over to %s is %s".formatted(it.destination(), it.state()));
            });
  }

  private static boolean isThere(Transmission transmission) {
    return transmission.state() == TransmissionState.SENT
        || transmission.state() == TransmissionState.DELIVERED;
  }
}
