package de.amtsbote.gateway.delivery.mailbox;

/** What a reader says of a message that it took out of a mailbox. */
public enum ProcessingStatus {
  /** It is safe with the reader; more will be said. */
  ACCEPTED,
  /** Nothing is left to do. */
  PROCESSED,
  /** The reader will not deal with it; its sender must act. */
  REJECTED;

  /** True when nothing else can be said afterwards. */
  public boolean isFinal() {
    return this != ACCEPTED;
  }
}
