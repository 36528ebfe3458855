package de.amtsbote.osci.error;

import de.amtsbote.osci.model.FeedbackCode;
import java.util.Optional;

/**
 * What is wrong with a message.
 *
 * @param rule which rule is broken
 * @param where element, Id or part the rule speaks of; never payload; null if it is the whole
 * @param decrypted whether it was found in what transport decryption yielded
 */
public record OsciError(Rule rule, String where, boolean decrypted) {

  private static final int LONGEST = 200;

  /** Makes fit for one line of a log what the sender of the message may have written. */
  public OsciError {
    where = where == null ? null : line(where);
  }

  private static String line(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }

  /** An error in a message, or in the outer of two. */
  public OsciError(Rule rule, String where) {
    this(rule, where, false);
  }

  /** The layer that refused. */
  public Layer layer() {
    return rule.layer();
  }

  /** What a supplier answers, if the protocol has a code for it. */
  public Optional<FeedbackCode> feedback() {
    return rule.feedback()
        .map(
            code ->
                decrypted && code == FeedbackCode.NO_VALID_MESSAGE
                    ? FeedbackCode.NO_VALID_ORDER
                    : code);
  }

  /** Whether the same message can never succeed. */
  public boolean isPermanent() {
    return !rule.isTransient();
  }

  /** One line for people. */
  public String describe() {
    return where == null ? rule.text() : rule.text() + ": " + where;
  }
}
