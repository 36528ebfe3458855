package de.amtsbote.osci.error;

import de.amtsbote.osci.model.FeedbackCode;
import java.util.Optional;

/**
 * What is wrong with a message.
 *
 * @param rule which rule is broken
 * @param where element, Id or part the rule speaks of; never payload; null if it is the whole
 */
public record OsciError(Rule rule, String where) {

  /** The layer that refused. */
  public Layer layer() {
    return rule.layer();
  }

  /** What a supplier answers, if the protocol has a code for it. */
  public Optional<FeedbackCode> feedback() {
    return rule.feedback();
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
