package de.amtsbote.gateway.message;

/** How an attempt ended. */
public enum AttemptResult {
  /** It did all that there was to do. */
  DONE,
  /** It failed and is tried again. */
  FAILED,
  /** It failed, and nobody knows whether the receiver has the message. */
  UNCLEAR,
  /** It ended with the rejection of the message, or the receiver will not take it. */
  REFUSED,
  /** It ended with the message put aside for an operator. */
  PARKED,
  /** Its node died; who took the work over ended it. */
  ABANDONED
}
