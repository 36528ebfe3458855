package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.standard.RuleFile;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.sf.saxon.s9api.XsltExecutable;

/**
 * A rule file, compiled when it is first needed. While a run that was out of time has not come to
 * its end, it is not started again for some minutes, and never while two of them run, so it cannot
 * fill the machine.
 */
final class RuleSet {

  private static final int MOST_LATE = 2;

  private final RuleFile file;
  private final Duration pause;
  private final Supplier<XsltExecutable> compiler;
  private volatile XsltExecutable compiled;
  private final Set<Thread> late = ConcurrentHashMap.newKeySet();
  private long lateSince;

  /**
   * @param pause time after which a message may try again although a run goes on
   */
  RuleSet(RuleFile file, Supplier<XsltExecutable> compiler, Duration pause) {
    this.file = file;
    this.pause = pause;
    this.compiler = compiler;
  }

  RuleFile file() {
    return file;
  }

  Duration pause() {
    return pause;
  }

  boolean isCompiled() {
    return compiled != null;
  }

  XsltExecutable compiled() {
    XsltExecutable ready = compiled;
    if (ready == null) {
      synchronized (this) {
        ready = compiled;
        if (ready == null) {
          ready = compiler.get();
          compiled = ready;
        }
      }
    }
    return ready;
  }

  /**
   * False while runs go on that nobody waits for any more, but for one message after each pause.
   */
  synchronized boolean mayStart() {
    if (!isLate()) {
      return true;
    }
    if (late.size() >= MOST_LATE || System.nanoTime() - lateSince < pause.toNanos()) {
      return false;
    }
    lateSince = System.nanoTime();
    return true;
  }

  /** True while a run goes on that nobody waits for any more. */
  boolean isLate() {
    late.removeIf(run -> !run.isAlive());
    return !late.isEmpty();
  }

  synchronized void ranOutOfTime(Thread run) {
    lateSince = System.nanoTime();
    late.add(run);
  }
}
