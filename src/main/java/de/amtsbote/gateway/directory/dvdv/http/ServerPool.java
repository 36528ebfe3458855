package de.amtsbote.gateway.directory.dvdv.http;

import de.amtsbote.gateway.directory.dvdv.http.DvdvFailure.Kind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the servers until one answers: those without failures first, of those the fastest, of those
 * that were never asked the one configured first. When servers are busy they are asked again after
 * a pause; all together within one deadline.
 */
public final class ServerPool {

  private static final Logger LOG = LoggerFactory.getLogger(ServerPool.class);

  /** A server nobody has measured is not worth leaving one that answers within this time. */
  private static final double UNKNOWN_LATENCY = 1_000;

  private static final int ROUNDS = 3;

  /** Waits; tests let time pass instead. */
  @FunctionalInterface
  public interface Pause {

    /** Waits that long. */
    void take(Duration duration) throws InterruptedException;
  }

  /** A question to one server. */
  @FunctionalInterface
  interface Ask<T> {

    T of(DvdvServer server, Duration left) throws DvdvFailure;
  }

  private final Map<DvdvServer, ServerState> servers = new LinkedHashMap<>();
  private final Duration deadline;
  private final Duration between;
  private final Clock clock;
  private final Pause pause;

  ServerPool(List<DvdvServer> servers, DvdvHttpSettings settings, Clock clock, Pause pause) {
    servers.forEach(
        it ->
            this.servers.put(
                it,
                new ServerState(
                    settings.failures(), settings.firstPause(), settings.longestPause())));
    this.deadline = settings.deadline();
    this.between = settings.betweenRounds();
    this.clock = clock;
    this.pause = pause;
  }

  /** Whether each server is asked at the moment, by its name. */
  public Map<String, String> states() {
    var states = new LinkedHashMap<String, String>();
    servers.forEach(
        (server, state) ->
            states.put(
                server.name(), state.isOpen() ? "down" : state.failures() > 0 ? "failing" : "up"));
    return states;
  }

  <T> T ask(Ask<T> question) {
    var until = clock.instant().plus(deadline);
    var failures = new ArrayList<DvdvFailure>();
    for (var round = 0; round < ROUNDS; round++) {
      var before = failures.size();
      for (var server : ranked()) {
        var left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero()) {
          throw exhausted(failures);
        }
        var state = servers.get(server);
        if (state.enter(clock.instant())) {
          try {
            return answered(question, server, state, left);
          } catch (DvdvFailure e) {
            failed(server, state, e, failures);
          }
        }
      }
      var rest = shortestRest(failures.subList(before, failures.size()), round);
      if (round == ROUNDS - 1 || rest.isZero() || clock.instant().plus(rest).isAfter(until)) {
        break;
      }
      rest(rest, failures);
    }
    throw exhausted(failures);
  }

  private <T> T answered(Ask<T> question, DvdvServer server, ServerState state, Duration left)
      throws DvdvFailure {
    var begin = clock.instant();
    var settled = false;
    try {
      var answer = question.of(server, left);
      state.succeeded(Duration.between(begin, clock.instant()));
      settled = true;
      return answer;
    } catch (DvdvFailure e) {
      if (e.kind() == Kind.REFUSED) {
        state.succeeded(Duration.between(begin, clock.instant()));
      } else {
        state.failed(clock.instant());
      }
      settled = true;
      throw e;
    } finally {
      if (!settled) {
        state.left();
      }
    }
  }

  private static void failed(
      DvdvServer server, ServerState state, DvdvFailure e, List<DvdvFailure> failures) {
    if (e.kind() == Kind.REFUSED) {
      throw new GatewayException(ErrorCode.DIRECTORY_REFUSED, "the DVDV " + e.getMessage(), e);
    }
    LOG.warn(
        "DVDV server {} {}{}",
        server.name(),
        e.getMessage(),
        state.isOpen() ? "; it is left alone for a while" : "");
    failures.add(e);
  }

  private List<DvdvServer> ranked() {
    return servers.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<DvdvServer, ServerState> it) -> it.getValue().isOpen())
                .thenComparing(it -> it.getValue().failures())
                .thenComparing(it -> it.getValue().latency(UNKNOWN_LATENCY)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Zero when no server of this round said that it is only busy. */
  private Duration shortestRest(List<DvdvFailure> failures, int round) {
    return failures.stream()
        .filter(it -> it.kind() == Kind.BUSY)
        .map(it -> it.retryAfter().isZero() ? between.multipliedBy(1L << round) : it.retryAfter())
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private void rest(Duration duration, List<DvdvFailure> failures) {
    try {
      pause.take(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw exhausted(failures);
    }
  }

  private static GatewayException exhausted(List<DvdvFailure> failures) {
    var kinds = failures.stream().map(DvdvFailure::kind).distinct().toList();
    var last = failures.isEmpty() ? null : failures.get(failures.size() - 1);
    var code =
        kinds.isEmpty() || kinds.contains(Kind.UNREACHABLE) || kinds.contains(Kind.BUSY)
            ? ErrorCode.DIRECTORY_UNAVAILABLE
            : kinds.contains(Kind.INVALID)
                ? ErrorCode.DIRECTORY_ANSWER_INVALID
                : ErrorCode.DIRECTORY_REFUSED;
    return new GatewayException(
        code,
        last == null ? "every DVDV server is down" : "the last DVDV server " + last.getMessage(),
        last);
  }
}
