package de.amtsbote.xoev.reply;

/** The kinds of answers a gateway builds without a person. */
public enum ReplyKind {
  /** The message cannot be processed; "return to sender". */
  REJECTION("rueckweisung", "returntosender", "fehler"),
  /** An application has arrived and has a case number. */
  RECEIPT("eingangsbestaetigung"),
  /** A message was received, whatever it is. */
  ACKNOWLEDGEMENT("quittung", "empfangsbestaetigung");

  private final String[] words;

  ReplyKind(String... words) {
    this.words = words;
  }

  /** True when a message with this root is an answer of this kind. */
  public boolean isNameOf(String root) {
    String name = root.toLowerCase(java.util.Locale.ROOT).replace("bestaetigen", "bestaetigung");
    for (String word : words) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * True when a message with this root must never be answered by a machine, so that two gateways
   * never play ping-pong.
   */
  public static boolean isFinal(String root) {
    for (ReplyKind kind : values()) {
      if (kind.isNameOf(root)) {
        return true;
      }
    }
    return false;
  }
}
