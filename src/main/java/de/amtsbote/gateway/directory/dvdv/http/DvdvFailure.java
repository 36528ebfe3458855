package de.amtsbote.gateway.directory.dvdv.http;

import java.time.Duration;

/** One server gave no usable answer. */
final class DvdvFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** What that means for the other servers. */
  enum Kind {
    /** It does not answer. */
    UNREACHABLE,
    /** It answers that it cannot now. */
    BUSY,
    /** It does not let us in. */
    DENIED,
    /** What it sends is no answer. */
    INVALID,
    /** It does not take the question, and no other server will. */
    REFUSED
  }

  private final Kind kind;
  private final Duration retryAfter;

  DvdvFailure(Kind kind, String text) {
    this(kind, text, Duration.ZERO, null);
  }

  DvdvFailure(Kind kind, String text, Throwable cause) {
    this(kind, text, Duration.ZERO, cause);
  }

  DvdvFailure(Kind kind, String text, Duration retryAfter, Throwable cause) {
    super(text, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  Kind kind() {
    return kind;
  }

  /** How long the server wants to be left alone; zero when it says nothing. */
  Duration retryAfter() {
    return retryAfter;
  }
}
