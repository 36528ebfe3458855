package de.amtsbote.osci.mailbox;

/** What became of a delivery that was to be stored. */
public enum StoreOutcome {
  STORED,
  /** The message id was not given out here. */
  UNKNOWN_MESSAGE_ID,
  /** The message id has a delivery already. */
  USED_MESSAGE_ID
}
