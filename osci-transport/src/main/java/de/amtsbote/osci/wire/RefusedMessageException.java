package de.amtsbote.osci.wire;

import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.error.OsciException;

/** A message that could be read but not trusted, so that a supplier can answer with feedback. */
public final class RefusedMessageException extends OsciException {
  private static final long serialVersionUID = 1L;

  private final transient MessageHead head;

  RefusedMessageException(OsciError error, MessageHead head, Throwable cause) {
    super(error, cause);
    this.head = head;
  }

  /** What the message says of itself, unverified. */
  public MessageHead head() {
    return head;
  }
}
