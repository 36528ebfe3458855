package de.amtsbote.osci.client;

import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import java.io.IOException;

/** The supplier did not execute an order and says why; its signature over that was verified. */
public final class FeedbackException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Feedback feedback;

  FeedbackException(Feedback feedback) {
    super("the order was not executed: " + describe(feedback));
    this.feedback = feedback;
  }

  /** All entries of the feedback. */
  public Feedback feedback() {
    return feedback;
  }

  /** Whether the same order may be executed later. */
  public boolean isTransient() {
    return feedback
        .firstError()
        .flatMap(Feedback.Entry::known)
        .filter(FeedbackCode::isTransient)
        .isPresent();
  }

  private static String describe(Feedback feedback) {
    return feedback.firstError().map(entry -> entry.code() + " " + entry.text()).orElse("");
  }
}
