package de.amtsbote.xoev;

import java.util.UUID;

/**
 * An operation of the library that cannot be done; carries a stable code, the remedy and an id for
 * the log.
 */
public final class XoevException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final XoevError error;
  private final String details;
  private final String id = UUID.randomUUID().toString();

  /**
   * @param error what kind of failure
   * @param details what exactly, for operators; never message content
   */
  public XoevException(XoevError error, String details) {
    this(error, details, null);
  }

  /** As above, with the failure that led to this one. */
  public XoevException(XoevError error, String details, Throwable cause) {
    super(error.code() + " " + error.cause().english() + " " + details, cause);
    this.error = error;
    this.details = details;
  }

  /** What kind of failure. */
  public XoevError error() {
    return error;
  }

  /** What exactly went wrong; never message content. */
  public String details() {
    return details;
  }

  /** The id under which the log knows this failure. */
  public String id() {
    return id;
  }
}
