package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.delivery.xta.XtaServers;
import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.HeldBackException;
import de.amtsbote.gateway.osci.OsciClients;
import de.amtsbote.gateway.osci.OsciFailures;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Whether intermediaries and receivers of deliveries are there. Each is asked once at a time and
 * its answer kept for a moment, so that many questions make one call; one of which messages know
 * that it is down is not called.
 */
final class Reachable {

  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST = 1000;

  private final OsciClients clients;
  private final Gates gates;
  private final Clock clock;
  private final Deliveries deliveries;
  private final XtaServers servers;
  private final Map<Object, Answer> answers = new ConcurrentHashMap<>();

  Reachable(
      OsciClients clients, Deliveries deliveries, XtaServers servers, Gates gates, Clock clock) {
    this.servers = servers;
    this.clients = clients;
    this.deliveries = deliveries;
    this.gates = gates;
    this.clock = clock;
  }

  private static final class Answer {

    private CheckResult result;
    private Instant until = Instant.MIN;
  }

  /** An XTA server of somebody else. */
  private record Server(String name) {}

  /** An intermediary and who asks it. */
  private record Desk(Intermediary intermediary, String identity) {}

  /**
   * An intermediary, for one of the own identities.
   *
   * @param identity name; null for the usual one
   */
  CheckResult check(Intermediary intermediary, String identity) {
    var desk = new Desk(intermediary, identity);
    return kept(desk, () -> ask(desk));
  }

  /** The receiver of a delivery. */
  CheckResult check(String delivery) {
    return kept(delivery, () -> ask(delivery, () -> deliveries.get(delivery).probe()));
  }

  /** An XTA server: whether our account there is active. */
  CheckResult checkServer(String name) {
    return kept(new Server(name), () -> ask(name, () -> servers.probe(name)));
  }

  private CheckResult kept(Object whom, Supplier<CheckResult> question) {
    if (answers.size() > MOST) {
      answers.clear();
    }
    var answer = answers.computeIfAbsent(whom, it -> new Answer());
    synchronized (answer) {
      if (!clock.instant().isBefore(answer.until)) {
        answer.result = question.get();
        answer.until = clock.instant().plus(FRESH);
      }
      return answer.result;
    }
  }

  private CheckResult ask(String name, Runnable probe) {
    try {
      gates.<Void, GatewayException>through(
          Gate.delivery(name),
          () -> {
            probe.run();
            return null;
          });
      return CheckResult.passed(CheckKind.DELIVERY, name);
    } catch (HeldBackException e) {
      // one that is full is there
      return e.gate().equals(Gate.delivery(name))
          ? CheckResult.failed(
              CheckKind.DELIVERY,
              ErrorCode.DELIVERY_UNAVAILABLE,
              "%s is down; messages wait for it".formatted(name))
          : CheckResult.passed(CheckKind.DELIVERY, name);
    } catch (GatewayException e) {
      return CheckResult.failed(CheckKind.DELIVERY, e);
    }
  }

  /** A message id that nobody uses is forgotten by the intermediary. */
  private CheckResult ask(Desk desk) {
    var begin = clock.millis();
    var intermediary = desk.intermediary();
    try {
      gates.through(Gate.intermediary(intermediary.name()), () -> messageId(desk));
      return CheckResult.passed(
          CheckKind.INTERMEDIARY,
          "%s, %d ms".formatted(intermediary.name(), clock.millis() - begin));
    } catch (HeldBackException e) {
      return CheckResult.failed(
          CheckKind.INTERMEDIARY,
          ErrorCode.OSCI_UNREACHABLE,
          "%s is down; messages wait for it".formatted(intermediary.name()));
    } catch (GatewayException e) {
      return CheckResult.failed(CheckKind.INTERMEDIARY, e);
    }
  }

  private String messageId(Desk desk) {
    try {
      return clients.of(desk.identity(), desk.intermediary()).messageId().value();
    } catch (IOException e) {
      throw OsciFailures.of(desk.intermediary().name(), e);
    }
  }
}
