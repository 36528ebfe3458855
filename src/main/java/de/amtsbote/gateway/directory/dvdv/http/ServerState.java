package de.amtsbote.gateway.directory.dvdv.http;

import java.time.Duration;
import java.time.Instant;

/**
 * How a server did lately. Too many failures one after the other open its circuit: it is left alone
 * for a while, longer each time, and then tried by one caller. Safe for use by many threads.
 */
final class ServerState {

  private static final int MOST_DOUBLINGS = 16;
  private static final double WEIGHT_OF_THE_LAST = 0.3;

  private final int failuresToOpen;
  private final Duration firstPause;
  private final Duration longestPause;

  private double latency = -1;
  private int failures;
  private int opens;
  private Instant openUntil;
  private boolean probing;

  ServerState(int failuresToOpen, Duration firstPause, Duration longestPause) {
    this.failuresToOpen = failuresToOpen;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  /** Whether the caller may ask it now; of an open circuit only one at a time, when it is due. */
  synchronized boolean enter(Instant now) {
    if (openUntil == null) {
      return true;
    }
    if (probing || now.isBefore(openUntil)) {
      return false;
    }
    probing = true;
    return true;
  }

  synchronized void succeeded(Duration took) {
    var millis = took.toNanos() / 1e6;
    latency = latency < 0 ? millis : latency + WEIGHT_OF_THE_LAST * (millis - latency);
    failures = 0;
    opens = 0;
    openUntil = null;
    probing = false;
  }

  synchronized void failed(Instant now) {
    failures++;
    // those that were under way together are one failure
    if (probing || openUntil == null && failures >= failuresToOpen) {
      var pause = firstPause.multipliedBy(1L << Math.min(opens, MOST_DOUBLINGS));
      openUntil = now.plus(pause.compareTo(longestPause) > 0 ? longestPause : pause);
      opens++;
    }
    probing = false;
  }

  /** It neither failed nor succeeded. */
  synchronized void left() {
    probing = false;
  }

  synchronized boolean isOpen() {
    return openUntil != null;
  }

  synchronized int failures() {
    return failures;
  }

  /** Smoothed milliseconds of its answers; the given value while there is none. */
  synchronized double latency(double unknown) {
    return latency < 0 ? unknown : latency;
  }
}
