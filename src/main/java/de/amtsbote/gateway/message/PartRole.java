package de.amtsbote.gateway.message;

/** What a part is in its message. */
public enum PartRole {
  /** The one XML document. */
  PAYLOAD,
  /** Anything that comes with it. */
  ATTACHMENT,
  /** What the sender's protocol says about the message; handed to nobody who did not ask for it. */
  HEADER,
  /** Made of the message by a route, for one receiver. */
  MADE
}
