package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.xta.XtaServers;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.OperatorMoves;
import de.amtsbote.gateway.message.Redirect;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.security.Caller;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Does with single messages what an operator orders, once everything about the order is clear. */
@Component
public class Operator {

  private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{3,500}");

  private final OperatorMoves moves;
  private final MessageDesk desk;
  private final Partners partners;
  private final Deliveries deliveries;
  private final XtaServers servers;

  Operator(
      OperatorMoves moves,
      MessageDesk desk,
      Partners partners,
      Deliveries deliveries,
      XtaServers servers) {
    this.servers = servers;
    this.moves = moves;
    this.desk = desk;
    this.partners = partners;
    this.deliveries = deliveries;
  }

  /** Gives a parked message of the caller's tenant back to its route. */
  public void repeat(Caller caller, MessageId id, String reason) {
    perform(caller, id, new Operation("repeat", null, null, null, null, null), reason);
  }

  /** Rejects a message of the caller's tenant. */
  public void reject(Caller caller, MessageId id, String reason) {
    perform(caller, id, new Operation("reject", null, null, null, null, null), reason);
  }

  /** Takes back a message of the caller's tenant. */
  public void cancel(Caller caller, MessageId id, String reason) {
    perform(caller, id, new Operation("cancel", null, null, null, null, null), reason);
  }

  /**
   * Does what is asked with one message.
   *
   * @throws GatewayException MESSAGE_UNKNOWN, REASON_MISSING, TARGET_UNKNOWN, and what {@link
   *     OperatorMoves} throws
   */
  void perform(Caller caller, MessageId id, Operation operation, String reason) {
    desk.own(caller, id);
    var order = new OperatorMoves.Order(actor(caller), reason(reason), operation.mayBeUnclear());
    switch (operation.kind()) {
      case REPEAT -> moves.repeat(id, order);
      case REJECT -> moves.reject(id, order);
      case CANCEL -> moves.cancel(id, order);
      case REDIRECT -> moves.redirect(id, redirect(operation), order);
    }
  }

  /** Who it was, as timelines and logs name it. */
  static String actor(Caller caller) {
    return "operator:" + caller.account();
  }

  static String reason(String given) {
    var reason = given == null ? "" : given.strip();
    if (!REASON.matcher(reason).matches()) {
      throw new GatewayException(ErrorCode.REASON_MISSING, "reason has 3 to 500 characters");
    }
    return reason;
  }

  /** The new receiver, which must exist. */
  Redirect redirect(Operation operation) {
    var replaced = operation.replaces() == null ? "" : operation.replaces();
    var named =
        Stream.of(operation.partner(), operation.delivery(), operation.server())
            .filter(Objects::nonNull)
            .toList();
    if (named.size() != 1) {
      throw SearchRequest.invalid("redirect names a partner, a delivery or an XTA server");
    }
    var name = named.get(0);
    if (operation.partner() != null) {
      requireKnown(partners.knows(name), name);
      return new Redirect(TransmissionKind.OSCI, replaced, name);
    }
    if (operation.server() != null) {
      requireKnown(servers.names().contains(name), name);
      return new Redirect(TransmissionKind.XTA, replaced, name);
    }
    requireKnown(deliveries.names().contains(name), name);
    return new Redirect(TransmissionKind.DELIVERY, replaced, name);
  }

  private static void requireKnown(boolean known, String name) {
    if (!known) {
      throw new GatewayException(ErrorCode.TARGET_UNKNOWN, "there is no '%s'".formatted(name));
    }
  }
}
