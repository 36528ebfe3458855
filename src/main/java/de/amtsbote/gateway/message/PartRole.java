package de.amtsbote.gateway.message;

/** What a part is in its message. */
public enum PartRole {
  /** The one XML document. */
  PAYLOAD,
  /** Anything that comes with it. */
  ATTACHMENT
}
