package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.SubmissionEvent;
import de.amtsbote.gateway.fitconnect.SubmissionEvent.Type;
import de.amtsbote.gateway.fitconnect.jose.JoseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a receiver's event says, as far as it can be believed and shown. */
final class ReceiverWords {

  private static final String TAGS = "authenticationTags";
  private static final String NO_REASON = "The receiver gave no reason.";
  private static final int LONGEST = 1000;
  private static final int LONGEST_PIECE = 300;
  private static final int MOST = 50;

  private ReceiverWords() {}

  /**
   * Whether an event is about what was submitted, and not about pieces that somebody exchanged.
   *
   * @param submitted tags of what was submitted; null to take them from the events
   */
  static boolean isAbout(
      SubmissionEvent event, AuthenticationTags submitted, List<SubmissionEvent> all) {
    var said = event.payload().path(TAGS);
    if (said.isMissingNode() || said.isNull()) {
      return true;
    }
    try {
      var tags = submitted == null ? tags(all) : submitted;
      return tags == null || AuthenticationTags.of(said).equals(tags);
    } catch (JoseException e) {
      return false;
    }
  }

  private static AuthenticationTags tags(List<SubmissionEvent> all) throws JoseException {
    for (var it : all) {
      if (it.type() == Type.SUBMIT_SUBMISSION && it.payload().has(TAGS)) {
        return AuthenticationTags.of(it.payload().path(TAGS));
      }
    }
    return null;
  }

  /** Titles, places and details of the problems, in one harmless line. */
  static String reason(SubmissionEvent rejection) {
    var problems = rejection.payload().path("problems");
    var all =
        StreamSupport.stream(problems.spliterator(), false)
            .limit(MOST)
            .map(ReceiverWords::problem)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? NO_REASON : shortened(all, LONGEST);
  }

  private static String problem(JsonNode problem) {
    var title = text(problem, "title");
    var place = text(problem, "instance");
    var detail = text(problem, "detail");
    var what = place.isEmpty() ? title : "%s (%s)".formatted(title, place).strip();
    var all = detail.isEmpty() ? what : what.isEmpty() ? detail : what + ": " + detail;
    return all.isEmpty() ? null : all;
  }

  private static String text(JsonNode problem, String name) {
    var line = problem.path(name).asString("").replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip();
    return shortened(line, LONGEST_PIECE);
  }

  private static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
