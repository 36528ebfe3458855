package de.amtsbote.osci.mailbox;

/** The store could not do its work; the order was not executed and may be repeated. */
public class MailboxStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A store that cannot do what it was asked. */
  public MailboxStoreException(String message) {
    super(message);
  }

  /** A store that failed for this reason. */
  public MailboxStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
