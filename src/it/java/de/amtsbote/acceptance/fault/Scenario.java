package de.amtsbote.acceptance.fault;

import java.io.PrintStream;
import java.util.Random;

/** Breaks one thing in one way while messages are under way, and counts what became of them. */
@FunctionalInterface
interface Scenario {

  /**
   * Sets its own scene and tears it down.
   *
   * @param random decides when things break
   * @param out is told what breaks
   */
  Tally play(Ground ground, Random random, PrintStream out) throws Exception;
}
