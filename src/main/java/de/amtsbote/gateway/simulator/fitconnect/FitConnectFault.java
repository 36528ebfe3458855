package de.amtsbote.gateway.simulator.fitconnect;

/** What the double can be told to do wrong. */
public enum FitConnectFault {
  /** Answers everything with status 503. */
  DOWN,
  /** Answers after a pause only. */
  SLOW,
  /** Answers with a page where JSON belongs. */
  GARBAGE,
  /** Takes no token, and gives no new one. */
  DENIED,
  /** Takes no token that it gave before the fault; a new one is good. */
  EXPIRED_TOKENS,
  /** Takes what is submitted, and hangs up instead of saying so. */
  LOST_SUBMIT,
  /** Takes an event, and hangs up instead of saying so. */
  LOST_EVENT,
  /** Gives documents of which one octet was changed. */
  TAMPERED,
  /** Gives the document of another submission, where it has one. */
  EXCHANGED,
  /** Signs its events with a key that nobody knows. */
  FORGED_EVENTS,
  /** Knows attachments, but has them no more. */
  MISSING_ATTACHMENTS
}
