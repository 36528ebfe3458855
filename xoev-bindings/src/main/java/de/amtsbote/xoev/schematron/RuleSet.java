package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.standard.OnceCompiled;
import de.amtsbote.xoev.standard.RuleFile;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import net.sf.saxon.s9api.XsltExecutable;

/**
 * A rule file with its runs. A new one runs for one message at a time; each run that ends lets one
 * more run beside it, up to the number of processors. While a run that was out of time has not come
 * to its end, the file is not started again for some minutes, and never while two of them run, so
 * it cannot fill the machine.
 */
final class RuleSet {

  private static final int MOST_LATE = 2;
  private static final int MOST_BESIDE = Runtime.getRuntime().availableProcessors();

  private final RuleFile file;
  private final Duration pause;
  private final OnceCompiled<XsltExecutable> compiled;
  private final Set<Thread> late = ConcurrentHashMap.newKeySet();
  private int running;
  private int beside = 1;
  private long lateSince;

  /**
   * @param pause time after which a message may try again although a run goes on
   */
  RuleSet(RuleFile file, OnceCompiled<XsltExecutable> compiled, Duration pause) {
    this.file = file;
    this.compiled = compiled;
    this.pause = pause;
  }

  RuleFile file() {
    return file;
  }

  Duration pause() {
    return pause;
  }

  OnceCompiled<XsltExecutable> compiled() {
    return compiled;
  }

  /**
   * Waits until one more run may begin. Each start is followed by {@link #ended()} or {@link
   * #ranOutOfTime}.
   *
   * @param nanos how long to wait at most
   * @return false when there is no time left, or a run goes on that nobody waits for any more; one
   *     message after each pause starts nevertheless
   * @throws InterruptedException when this thread is to stop
   */
  synchronized boolean start(long nanos) throws InterruptedException {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (left > 0 && running >= beside && !isLate()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    boolean starts = left > 0 && (!isLate() || mayTryAgain());
    running += starts ? 1 : 0;
    return starts;
  }

  private boolean mayTryAgain() {
    if (late.size() >= MOST_LATE || System.nanoTime() - lateSince < pause.toNanos()) {
      return false;
    }
    lateSince = System.nanoTime();
    return true;
  }

  /** A run came to its end. */
  synchronized void ended() {
    running--;
    beside = Math.min(MOST_BESIDE, beside + 1);
    notifyAll();
  }

  /** Nobody waits for a run any more, but it goes on. */
  synchronized void ranOutOfTime(Thread run) {
    running--;
    beside = 1;
    lateSince = System.nanoTime();
    late.add(run);
    notifyAll();
  }

  /** True while a run goes on that nobody waits for any more. */
  boolean isLate() {
    late.removeIf(run -> !run.isAlive());
    return !late.isEmpty();
  }
}
