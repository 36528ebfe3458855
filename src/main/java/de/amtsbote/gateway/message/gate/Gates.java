package de.amtsbote.gateway.message.gate;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.time.Clock;
import java.util.Set;

/** Lets messages through to where they go, or holds them back. */
public final class Gates {

  /** Failures of the gateway itself, which say nothing of a destination. */
  private static final Set<ErrorCode> OURS =
      Set.of(
          ErrorCode.INTERNAL,
          ErrorCode.DATABASE_UNAVAILABLE,
          ErrorCode.STORAGE_FULL,
          ErrorCode.SCANNER_UNAVAILABLE);

  /** Answers of a destination that does not want this message, but is there. */
  private static final Set<ErrorCode> ANSWERED =
      Set.of(ErrorCode.DELIVERY_REFUSED, ErrorCode.OSCI_REFUSED);

  private final CircuitStore circuits;
  private final Probes probes;
  private final Slots slots;
  private final PauseStore pauses;
  private final Clock clock;

  Gates(CircuitStore circuits, Probes probes, Slots slots, PauseStore pauses, Clock clock) {
    this.circuits = circuits;
    this.probes = probes;
    this.slots = slots;
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
   * Does a step towards a destination, unless that is down or full. What the step throws decides
   * whether the destination counts as down; while it does, one message at a time, on whatever node,
   * tries whether it is back.
   *
   * @param destination see {@link Gate}
   * @throws HeldBackException when it is down and somebody else tries it, or nobody may yet; or
   *     when as many steps are under way as it takes at the same time
   */
  public <T, X extends Exception> T through(String destination, Step<T, X> step) throws X {
    var slot = slots.take(destination);
    try {
      return throughCircuit(destination, step, Verdict.THERE);
    } finally {
      slot.ifPresent(slots::release);
    }
  }

  /**
   * Asks a destination for something, as what became of a hand-over, unless it is down. A question
   * takes none of the places for hand-overs, so that it never waits behind them; whoever asks makes
   * sure that few ask at once. That it fails counts as for a hand-over; that it is answered says
   * nothing, for whoever reports may still take nothing: only a hand-over shows that it is back.
   *
   * @param destination see {@link Gate}
   * @throws HeldBackException when it is down and somebody else tries it, or nobody may yet
   */
  public <T, X extends Exception> T ask(String destination, Step<T, X> question) throws X {
    return throughCircuit(destination, question, Verdict.NONE);
  }

  /**
   * Asks as {@link #ask} does, in one of the places for hand-overs: for questions that each message
   * asks for itself.
   *
   * @throws HeldBackException also when as many steps are under way as it takes at the same time
   */
  public <T, X extends Exception> T askInTurn(String destination, Step<T, X> question) throws X {
    var slot = slots.take(destination);
    try {
      return throughCircuit(destination, question, Verdict.NONE);
    } finally {
      slot.ifPresent(slots::release);
    }
  }

  private <T, X extends Exception> T throughCircuit(
      String destination, Step<T, X> step, Verdict success) throws X {
    var known = circuits.find(destination);
    var isOpen = known.filter(Circuit::isOpen).isPresent();
    var probe = known.filter(this::isDue).flatMap(it -> probes.take(destination));
    if (isOpen && probe.isEmpty()) {
      throw new HeldBackException(destination);
    }
    var hasFailed = known.filter(it -> it.failures() > 0).isPresent();
    var verdict = Verdict.NONE;
    ErrorCode code = null;
    try {
      var result = step.run();
      verdict = success;
      return result;
    } catch (GatewayException e) {
      verdict = verdict(e.code()) == Verdict.THERE ? success : verdict(e.code());
      code = e.code();
      throw e;
    } finally {
      if (probe.isPresent()) {
        end(probe.get(), verdict, code);
      } else {
        note(destination, verdict, code, hasFailed);
      }
    }
  }

  private enum Verdict {
    THERE,
    DOWN,
    NONE
  }

  private void end(Probe probe, Verdict verdict, ErrorCode code) {
    switch (verdict) {
      case THERE -> probes.succeeded(probe);
      case DOWN -> probes.failed(probe, code);
      case NONE -> probes.release(probe);
    }
  }

  private void note(String destination, Verdict verdict, ErrorCode code, boolean hasFailed) {
    if (verdict == Verdict.DOWN) {
      Probes.write(() -> circuits.failed(destination, code));
    } else if (verdict == Verdict.THERE && hasFailed) {
      Probes.write(() -> circuits.close(destination));
    }
  }

  private boolean isDue(Circuit circuit) {
    return circuit.isOpen() && !clock.instant().isBefore(circuit.probeAt());
  }

  private static Verdict verdict(ErrorCode code) {
    if (ANSWERED.contains(code)) {
      return Verdict.THERE;
    }
    return code.isTransient() && !OURS.contains(code) ? Verdict.DOWN : Verdict.NONE;
  }
}
