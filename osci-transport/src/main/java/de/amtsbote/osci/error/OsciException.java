package de.amtsbote.osci.error;

import java.io.IOException;

/** A message that cannot be read, written or trusted, with the rule it broke. */
public class OsciException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient OsciError error;

  /** An error without a cause of its own. */
  public OsciException(Rule rule, String where) {
    this(new OsciError(rule, where), null);
  }

  /** An error with the exception that led to it. */
  public OsciException(Rule rule, String where, Throwable cause) {
    this(new OsciError(rule, where), cause);
  }

  /** An error with the exception that led to it. */
  public OsciException(OsciError error, Throwable cause) {
    super(error.describe(), cause);
    this.error = error;
  }

  /** What is wrong. */
  public OsciError error() {
    return error;
  }

  /** Short for {@code error().rule()}. */
  public Rule rule() {
    return error.rule();
  }
}
