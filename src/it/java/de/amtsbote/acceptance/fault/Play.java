package de.amtsbote.acceptance.fault;

import java.io.PrintStream;
import java.util.Random;

/**
 * One time that a scenario is played.
 *
 * @param random decides when things break
 * @param kills how often scenarios that kill nodes do so
 * @param out is told what breaks
 */
record Play(Ground ground, Random random, int kills, PrintStream out) {}
