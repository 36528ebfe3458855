package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.entry.fitconnect.Submission.Verdict;
import de.amtsbote.gateway.fitconnect.FitConnectProperties.Accept;
import de.amtsbote.gateway.fitconnect.Problem;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.Finding;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Reason;
import java.util.List;
import java.util.Optional;

/** What the state of a message means for its submission. */
final class Verdicts {

  private static final int MOST_PROBLEMS = 50;

  private Verdicts() {}

  /** The verdict; empty while it is open. */
  static Optional<Verdict> of(Message message, Accept when) {
    return switch (message.state()) {
      case REJECTED, CANCELLED, EXPIRED -> Optional.of(Verdict.REJECTED);
      case PARKED -> when == Accept.STORED ? Optional.of(Verdict.ACCEPTED) : Optional.empty();
      default ->
          message.state().hasReached(milestone(when))
              ? Optional.of(Verdict.ACCEPTED)
              : Optional.empty();
    };
  }

  private static MessageState milestone(Accept when) {
    return switch (when) {
      case STORED -> MessageState.RECEIVED;
      case VALIDATED -> MessageState.VALIDATED;
      case DELIVERED -> MessageState.DELIVERED;
    };
  }

  /** Why a message was rejected: each violation that the validation found, or the one reason. */
  static List<Problem> problems(Message message) {
    var reason = message.reason();
    if (reason == null) {
      return List.of(
          Problem.of(Problem.Type.TECHNICAL, "Die Nachricht endete.", Problem.SUBMISSION));
    }
    var errors =
        reason.findings().stream().filter(it -> it.severity().equals(Finding.ERROR)).toList();
    return errors.isEmpty()
        ? List.of(problem(reason))
        : errors.stream().limit(MOST_PROBLEMS).map(Verdicts::problem).toList();
  }

  private static Problem problem(Finding finding) {
    var place = finding.line() > 0 ? "Zeile %d, ".formatted(finding.line()) : "";
    return Problem.of(
        Problem.Type.SCHEMA,
        "%s%s: %s %s"
            .formatted(place, finding.path(), finding.code(), finding.cause().de())
            .strip(),
        Problem.DATA);
  }

  private static Problem problem(Reason reason) {
    var syntax = reason.code() == ErrorCode.XML_BROKEN || reason.code() == ErrorCode.XML_FORBIDDEN;
    return Problem.of(
        syntax ? Problem.Type.SYNTAX : Problem.Type.TECHNICAL,
        "%s: %s".formatted(reason.code().code(), reason.code().cause()),
        syntax ? Problem.DATA : Problem.SUBMISSION);
  }
}
