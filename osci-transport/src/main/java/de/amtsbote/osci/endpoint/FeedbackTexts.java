package de.amtsbote.osci.endpoint;

import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.wire.MessageHead;
import java.util.List;

/** Feedback in the languages that the client wants. */
public final class FeedbackTexts {

  private static final List<String> KNOWN = List.of("de", "en");

  private FeedbackTexts() {}

  /** Only languages that have texts: a long list of others must not blow the answer up. */
  public static Feedback of(MessageHead order, List<FeedbackCode> codes) {
    var languages = order.languages().stream().filter(KNOWN::contains).distinct().toList();
    return Feedback.of(languages, codes.toArray(FeedbackCode[]::new));
  }
}
