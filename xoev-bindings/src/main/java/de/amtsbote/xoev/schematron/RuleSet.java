package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.standard.RuleFile;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.sf.saxon.s9api.XsltExecutable;

/**
 * A rule file, compiled when it is first needed. While a run that was out of time has not come to
 * its end, it is not started again, so it cannot fill the machine.
 */
final class RuleSet {

  private final RuleFile file;
  private final Supplier<XsltExecutable> compiler;
  private volatile XsltExecutable compiled;
  private final Set<Thread> late = ConcurrentHashMap.newKeySet();

  RuleSet(RuleFile file, Supplier<XsltExecutable> compiler) {
    this.file = file;
    this.compiler = compiler;
  }

  RuleFile file() {
    return file;
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

  /** True while a run goes on that nobody waits for any more. */
  boolean isLate() {
    late.removeIf(run -> !run.isAlive());
    return !late.isEmpty();
  }

  void ranOutOfTime(Thread run) {
    late.add(run);
  }
}
