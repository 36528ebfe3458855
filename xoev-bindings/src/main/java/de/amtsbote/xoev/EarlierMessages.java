package de.amtsbote.xoev;

/**
 * Remembers which messages came before: a resend keeps its UUID, a correction has a new one. Only a
 * store can know; the library asks it.
 */
@FunctionalInterface
public interface EarlierMessages {

  /** What came before under the UUID of a message. */
  enum Earlier {
    /** Nothing. */
    NONE,
    /** The same bytes: this is a resend. */
    SAME_CONTENT,
    /** Other bytes: a correction that kept the UUID, or a collision. */
    OTHER_CONTENT
  }

  /** What came before from this author under this UUID. */
  Earlier find(XoevHeader header);
}
