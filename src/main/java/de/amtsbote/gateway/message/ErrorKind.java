package de.amtsbote.gateway.message;

/** Who can make an error go away, which decides what becomes of the message. */
public enum ErrorKind {
  /** Permanent: the message is wrong and only its sender can put it right; it is rejected. */
  SENDER,
  /** Transient: it may get better by itself; it is tried again within the time budget. */
  TRANSIENT,
  /** Permanent: the gateway or its configuration is wrong; the message waits for an operator. */
  OPERATOR
}
