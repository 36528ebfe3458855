package de.amtsbote.gateway.message;

/** The ways into the gateway. */
public enum EntryKind {
  REST,
  XTA,
  /** Fetched from the mailbox of an XTA server of somebody else. */
  XTA_MAILBOX,
  OSCI_MAILBOX,
  OSCI_PUSH,
  /** Fetched from a destination of FIT-Connect. */
  FIT_CONNECT,
  /** Written by the reader of a message as its answer. */
  REPLY,
  /** Brought by a Camel endpoint through {@code amtsbote:submit}. */
  ROUTE
}
