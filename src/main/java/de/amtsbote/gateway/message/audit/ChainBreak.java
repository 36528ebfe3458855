package de.amtsbote.gateway.message.audit;

import de.amtsbote.gateway.message.MessageId;

/**
 * The first place where a timeline is not as it was written.
 *
 * @param sequence the entry, from 1; for entries that are missing the first of them
 * @param details what differs; nothing of the entry's own content
 */
public record ChainBreak(
    MessageId message, String tenant, int sequence, Fault fault, String details) {

  /** In what way. */
  public enum Fault {
    /** An entry is not there although a later one is. */
    ENTRY_MISSING,
    /** Time, event, state, code, actor or details are not what the hash was computed over. */
    ENTRY_CHANGED,
    /** The entry does not follow the one before it. */
    LINK_BROKEN,
    /** The last entries are not there. */
    END_CUT_OFF,
    /** There are more entries than were written. */
    ENTRY_ADDED,
    /** The chain ends with another hash than the message keeps. */
    HEAD_DIFFERS,
    /** The message is in another state than its last entry says. */
    STATE_DIFFERS
  }
}
