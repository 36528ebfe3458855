package de.amtsbote.acceptance.fault;

/** Breaks one thing in one way while messages are under way, and counts what became of them. */
@FunctionalInterface
interface Scenario {

  /**
   * Sets its own scene and tears it down.
   *
   * @throws NotPlayedException when this machine lacks what it needs
   */
  Tally play(Play play) throws Exception;
}
