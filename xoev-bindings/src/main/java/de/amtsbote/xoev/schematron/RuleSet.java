package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.standard.RuleFile;
import java.util.concurrent.atomic.AtomicBoolean;
import net.sf.saxon.s9api.XsltExecutable;

/**
 * A compiled rule file. After it once ran out of time it is not started again, so it cannot fill
 * the machine.
 */
final class RuleSet {

  private final RuleFile file;
  private final XsltExecutable compiled;
  private final AtomicBoolean endless = new AtomicBoolean();

  RuleSet(RuleFile file, XsltExecutable compiled) {
    this.file = file;
    this.compiled = compiled;
  }

  RuleFile file() {
    return file;
  }

  XsltExecutable compiled() {
    return compiled;
  }

  boolean isEndless() {
    return endless.get();
  }

  void ranOutOfTime() {
    endless.set(true);
  }
}
