package de.amtsbote.gateway.message.load;

/** What an account has handed in on a day. */
public record Usage(long messages, long bytes) {

  /** Nothing. */
  public static final Usage NONE = new Usage(0, 0);

  /** Both together. */
  public Usage plus(Usage more) {
    return new Usage(messages + more.messages, bytes + more.bytes);
  }
}
