package de.amtsbote.gateway.message.retention;

/** What one batch removed. */
public record Removed(long messages, long parts, long bytes) {

  /** Nothing. */
  public static final Removed NOTHING = new Removed(0, 0, 0);

  /** Both together. */
  public Removed plus(Removed more) {
    return new Removed(messages + more.messages, parts + more.parts, bytes + more.bytes);
  }
}
