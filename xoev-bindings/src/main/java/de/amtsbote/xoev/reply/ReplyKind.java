package de.amtsbote.xoev.reply;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of answers a gateway builds without a person. */
public enum ReplyKind {
  /** The message cannot be processed; "return to sender". */
  REJECTION("rueckweisung|zurueckweisung|returntosender|fehler|fehlermeldung|fehlermitteilung"),
  /** An application has arrived and has a case number. */
  RECEIPT("eingangsbestaetigung"),
  /** A message was received, whatever it is. */
  ACKNOWLEDGEMENT(
      "quittung|.*empfangs?bestaetigung|.*importbestaetigung|.*quittierung.*|empfangsbekenntnis");

  /** Wider than what is ever written here: others answer with more kinds of messages. */
  private static final Pattern FINAL =
      Pattern.compile(
          ".*bestaetigung|.*quitt(ung|ierung).*|.*(rueck|zurueck)weisung.*|.*returntosender.*"
              + "|.*fehler|.*fehler(meldung|mitteilung).*|.*(allgemeine|generische)rueckmeldung.*"
              + "|zuruecklaufend|empfangsbekenntnis");

  private final Pattern words;

  ReplyKind(String words) {
    this.words = Pattern.compile(words);
  }

  /** True when a message with this root is an answer of this kind: one word of its name says so. */
  public boolean isNameOf(String root) {
    return Arrays.stream(split(root)).anyMatch(word -> words.matcher(word).matches());
  }

  /** Number of words of a name. */
  int words(String root) {
    return split(root).length;
  }

  /** The word of a name that speaks of this kind. */
  String word(String root) {
    return Arrays.stream(split(root))
        .filter(w -> words.matcher(w).matches())
        .findFirst()
        .orElse("");
  }

  private static String[] split(String root) {
    return root.toLowerCase(Locale.ROOT).replace("bestaetigen", "bestaetigung").split("\\.");
  }

  /**
   * True when a message with this root must never be answered by a machine, so that two gateways
   * never play ping-pong: rejections, error messages, receipts and whatever is sent back. One word
   * of its name says so, in any standard.
   */
  public static boolean isFinal(String root) {
    return Arrays.stream(split(root)).anyMatch(word -> FINAL.matcher(word).matches());
  }
}
