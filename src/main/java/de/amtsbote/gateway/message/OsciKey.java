package de.amtsbote.gateway.message;

/**
 * The idempotency keys of what comes over OSCI: the OSCI message id, marked while a delivery is
 * kept closed, so that it can still be opened under its id later.
 */
public final class OsciKey {

  private static final String CLOSED = "closed ";

  private OsciKey() {}

  /** The key of a delivery that is kept as it came. */
  public static String closed(String osciMessageId) {
    return CLOSED + osciMessageId;
  }

  /** The OSCI message id in a key. */
  public static String idOf(String key) {
    return key.startsWith(CLOSED) ? key.substring(CLOSED.length()) : key;
  }
}
