package de.amtsbote.gateway.simulator.dvdv;

/** What the double can be told to do wrong. */
public enum DvdvFault {
  /** Answers everything with status 503. */
  DOWN,
  /** Ends every connection without an answer. */
  BROKEN,
  /** Answers after a pause only. */
  SLOW,
  /** Sends the head of an answer and then its body, byte by byte, with pauses. */
  TRICKLE,
  /** Lets nobody in: takes no token that it has given, and gives no new one. */
  DENIED,
  /** Takes no token that it gave before the fault; a new one is good. */
  EXPIRED_TOKENS,
  /** Answers with a page where JSON belongs. */
  GARBAGE,
  /** Answers with JSON that is cut off. */
  TRUNCATED,
  /** Answers with more than anybody reads. */
  OVERSIZE,
  /** Answers that it is asked too often. */
  TOO_MANY,
  /** Finds nothing, and says so with status 204. */
  NOT_FOUND_204,
  /** Finds nothing, and says so with status 404 and a problem document. */
  NOT_FOUND_404,
  /** Finds services that are no longer valid: 204 with a warning. */
  NO_LONGER_VALID,
  /** Goes on to answer what it knew when the fault began, whatever is entered since. */
  STALE
}
