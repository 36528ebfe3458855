package de.amtsbote.gateway.simulator.fitconnect;

import java.util.regex.Pattern;

/** What the double can be told to do wrong. */
public enum FitConnectFault {
  /** Answers everything with status 503. */
  DOWN(Manner.FAILS, ".*"),
  /** Answers after a pause only. */
  SLOW,
  /** Answers with a page where JSON belongs. */
  GARBAGE,
  /** Takes no token, and gives no new one. */
  DENIED,
  /** Takes no token that it gave before the fault; a new one is good. */
  EXPIRED_TOKENS,
  /** Takes what is announced, and hangs up instead of saying so. */
  LOST_ANNOUNCE(Manner.HANGS_UP, "POST /v2/submissions"),
  /** Takes no attachments, with status 503. */
  NO_ATTACH(Manner.FAILS, "PUT /v2/submissions/[^/]+/attachments/[^/]+"),
  /** Takes an attachment, and hangs up instead of saying so. */
  LOST_ATTACH(Manner.HANGS_UP, "PUT /v2/submissions/[^/]+/attachments/[^/]+"),
  /** Takes nothing that is submitted, with status 503. */
  NO_SUBMIT(Manner.FAILS, "PUT /v2/submissions/[^/]+"),
  /** Takes nothing that is submitted, and never will, with status 422. */
  REFUSED_SUBMIT(Manner.REFUSES, "PUT /v2/submissions/[^/]+"),
  /** Takes what is submitted, and hangs up instead of saying so. */
  LOST_SUBMIT(Manner.HANGS_UP, "PUT /v2/submissions/[^/]+"),
  /** Forgets what was announced before it is submitted. */
  FORGETFUL,
  /** Reads no event logs, with status 503. */
  NO_EVENTS(Manner.FAILS, "GET /v2/cases/[^/]+/events"),
  /** Takes an event, and hangs up instead of saying so. */
  LOST_EVENT(Manner.HANGS_UP, "POST /v2/cases/[^/]+/events"),
  /** Gives documents of which one octet was changed. */
  TAMPERED,
  /** Gives the document of another submission, where it has one. */
  EXCHANGED,
  /** Lists submissions again that have ended. */
  REPLAYED,
  /** Signs its events with a key that nobody knows. */
  FORGED_EVENTS,
  /** Publishes a key of its own as that of a destination. */
  FOREIGN_KEY,
  /** Knows attachments, but has them no more. */
  MISSING_ATTACHMENTS;

  private enum Manner {
    FAILS,
    REFUSES,
    HANGS_UP
  }

  private final Manner manner;
  private final Pattern calls;

  FitConnectFault() {
    this(null, null);
  }

  FitConnectFault(Manner manner, String calls) {
    this.manner = manner;
    this.calls = calls == null ? null : Pattern.compile(calls);
  }

  /** Whether a call is answered with status 503, and has no effect. */
  boolean refuses(String call) {
    return manner == Manner.FAILS && calls.matcher(call).matches();
  }

  /** Whether a call is answered with status 422, and has no effect. */
  boolean refusesForGood(String call) {
    return manner == Manner.REFUSES && calls.matcher(call).matches();
  }

  /** Whether a call has its effect, and no answer. */
  boolean loses(String call) {
    return manner == Manner.HANGS_UP && calls.matcher(call).matches();
  }
}
