package de.amtsbote.gateway.message.gate;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.time.Clock;
import java.util.Set;

/** Lets messages through to where they go, or holds them back. */
public final class Gates {

  /** Failures of the gateway itself, which say nothing of a destination. */
  private static final Set<ErrorCode> OURS =
      Set.of(ErrorCode.INTERNAL, ErrorCode.DATABASE_UNAVAILABLE, ErrorCode.STORAGE_FULL);

  /** Answers of a destination that does not want this message, but is there. */
  private static final Set<ErrorCode> ANSWERED =
      Set.of(ErrorCode.DELIVERY_REFUSED, ErrorCode.OSCI_REFUSED);

  private final CircuitStore circuits;
  private final PauseStore pauses;
  private final Clock clock;

  Gates(CircuitStore circuits, PauseStore pauses, Clock clock) {
    this.circuits = circuits;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** A step towards a destination. */
  @FunctionalInterface
  public interface Step<T, X extends Exception> {

    /** Does it; an exception of the gateway says whether the destination is there. */
    T run() throws X;
  }

  /**
   * Goes on unless an operator has paused this for the tenant.
   *
   * @param target see {@link Gate}
   * @throws HeldBackException when it is paused
   */
  public void requireNotPaused(String tenant, String target) {
    if (pauses.isPaused(tenant, target)) {
      throw new HeldBackException(Gate.paused(tenant, target));
    }
  }

  /**
   * Does a step towards a destination, unless that is down. What the step throws decides whether
   * the destination counts as down; while it does, one message at a time, on whatever node, tries
   * whether it is back.
   *
   * @param destination see {@link Gate}
   * @throws HeldBackException when it is down and somebody else tries it, or nobody may yet
   */
  public <T, X extends Exception> T through(String destination, Step<T, X> step) throws X {
    var known = circuits.find(destination);
    var probe = known.filter(Circuit::isOpen).isPresent();
    if (probe && !(isDue(known.get()) && circuits.takeProbe(destination))) {
      throw new HeldBackException(destination);
    }
    var hasFailed = known.filter(it -> it.failures() > 0).isPresent();
    var verdict = Verdict.NONE;
    try {
      var result = step.run();
      verdict = Verdict.THERE;
      return result;
    } catch (GatewayException e) {
      verdict = verdict(e.code());
      if (verdict == Verdict.DOWN) {
        down(destination, probe, e.code());
      }
      throw e;
    } finally {
      if (verdict == Verdict.THERE && (probe || hasFailed)) {
        circuits.close(destination);
      } else if (verdict == Verdict.NONE && probe) {
        circuits.releaseProbe(destination);
      }
    }
  }

  private enum Verdict {
    THERE,
    DOWN,
    NONE
  }

  private void down(String destination, boolean probe, ErrorCode code) {
    if (probe) {
      circuits.probeFailed(destination, code);
    } else {
      circuits.failed(destination, code);
    }
  }

  private boolean isDue(Circuit circuit) {
    return !clock.instant().isBefore(circuit.probeAt());
  }

  private static Verdict verdict(ErrorCode code) {
    if (ANSWERED.contains(code)) {
      return Verdict.THERE;
    }
    return code.isTransient() && !OURS.contains(code) ? Verdict.DOWN : Verdict.NONE;
  }
}
