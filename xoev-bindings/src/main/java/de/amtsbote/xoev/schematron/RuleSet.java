package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.standard.RuleFile;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import net.sf.saxon.s9api.XsltExecutable;

/**
 * A rule file, compiled when it is first needed. After it once ran out of time it is not started
 * again, so it cannot fill the machine.
 */
final class RuleSet {

  private final RuleFile file;
  private final Supplier<XsltExecutable> compiler;
  private volatile XsltExecutable compiled;
  private final AtomicBoolean endless = new AtomicBoolean();

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

  boolean isEndless() {
    return endless.get();
  }

  void ranOutOfTime() {
    endless.set(true);
  }
}
