package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.xta.XtaServers;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Pause;
import de.amtsbote.gateway.message.gate.PauseStore;
import de.amtsbote.gateway.security.Caller;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Pauses and resumes for the messages of a tenant, and writes down who did it. */
@Component
class Pauses {

  /** The routes may be on other nodes, so a name is all that can be checked of them. */
  private static final Pattern ROUTE = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  private final PauseStore pauses;
  private final Partners partners;
  private final Deliveries deliveries;
  private final XtaServers servers;
  private final OperationLogStore log;
  private final TransactionTemplate transaction;

  Pauses(
      PauseStore pauses,
      Partners partners,
      Deliveries deliveries,
      XtaServers servers,
      OperationLogStore log,
      TransactionTemplate transaction) {
    this.pauses = pauses;
    this.partners = partners;
    this.deliveries = deliveries;
    this.servers = servers;
    this.log = log;
    this.transaction = transaction;
  }

  List<Pause> of(Caller caller) {
    return pauses.of(caller.tenant());
  }

  void pause(Caller caller, String kind, String name, String given) {
    var target = known(kind, name);
    var reason = Operator.reason(given);
    var actor = Operator.actor(caller);
    transaction.executeWithoutResult(
        status -> {
          if (pauses.pause(caller.tenant(), target, reason, actor)) {
            log.add(caller.tenant(), actor, "pause", target, reason, "{}");
          }
        });
  }

  /** What has left the configuration can still be resumed. */
  void resume(Caller caller, String kind, String name, String given) {
    var target = target(kind, name);
    var reason = Operator.reason(given);
    transaction.executeWithoutResult(
        status -> {
          if (pauses.resume(caller.tenant(), target)) {
            log.add(caller.tenant(), Operator.actor(caller), "resume", target, reason, "{}");
          }
        });
  }

  private String known(String kind, String name) {
    var known =
        switch (kind) {
          case "routes" -> ROUTE.matcher(name).matches();
          case "partners" -> partners.knows(name);
          case "servers" -> servers.names().contains(name);
          default -> deliveries.names().contains(name);
        };
    if (!known) {
      throw new GatewayException(ErrorCode.TARGET_UNKNOWN, "there is no such one among " + kind);
    }
    return target(kind, name);
  }

  private static String target(String kind, String name) {
    return switch (kind) {
      case "routes" -> Gate.route(name);
      case "partners" -> Gate.partner(name);
      default -> Gate.delivery(name);
    };
  }
}
