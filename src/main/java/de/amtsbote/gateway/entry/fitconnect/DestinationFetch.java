package de.amtsbote.gateway.entry.fitconnect;

import de.amtsbote.gateway.entry.fitconnect.Submission.Verdict;
import de.amtsbote.gateway.fitconnect.EventLog;
import de.amtsbote.gateway.fitconnect.FitConnectApi;
import de.amtsbote.gateway.fitconnect.FitConnectApi.Waiting;
import de.amtsbote.gateway.fitconnect.FitConnectException;
import de.amtsbote.gateway.fitconnect.Problem;
import de.amtsbote.gateway.fitconnect.SubmissionEvent;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Empties one destination into the store, and says of each submission what became of it. The order
 * counts: first the message is stored durably, then it goes its way, and only what the state of the
 * message bears is said to its sender.
 */
final class DestinationFetch {

  private static final Logger LOG = LoggerFactory.getLogger(DestinationFetch.class);
  private static final int PAGE = 100;
  private static final int MOST = 10_000;
  private static final int MOST_BROKEN = 3;

  private final Settings settings;
  private final FitConnectApi api;
  private final EventLog log;
  private final SubmissionIntake intake;
  private final FitConnectSubmissionStore submissions;
  private final MessageStore messages;
  private final Clock clock;
  private final Pauses fetchPauses;
  private final Pauses answerPauses;

  DestinationFetch(
      Settings settings,
      SubmissionIntake intake,
      FitConnectSubmissionStore submissions,
      MessageStore messages,
      Clock clock) {
    this.settings = settings;
    this.api = settings.api();
    this.log = settings.log();
    this.intake = intake;
    this.submissions = submissions;
    this.messages = messages;
    this.clock = clock;
    this.fetchPauses = new Pauses(clock, settings.destination().poll());
    this.answerPauses = new Pauses(clock, settings.destination().poll());
  }

  /**
   * One round.
   *
   * @param takes whether a new submission may come in; asked before each
   */
  synchronized void run(BooleanSupplier takes) {
    step(() -> fetch(takes));
    // whatever cannot be fetched, those who wait for an answer get it
    step(this::answer);
  }

  private interface Step {
    void run() throws IOException;
  }

  /** A step that broke off is begun again in the next round. */
  private void step(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      LOG.warn("destination {} waits: {}", settings.name(), e.getMessage());
    } catch (GatewayException e) {
      LOG.warn(
          "destination {} waits: {} (incident {})", settings.name(), e.getMessage(), e.incident());
    } catch (RuntimeException e) {
      LOG.error("destination {} waits (incident {})", settings.name(), UUID.randomUUID(), e);
    }
  }

  private void fetch(BooleanSupplier takes) throws IOException {
    var broken = 0;
    for (var offset = 0; offset < MOST; offset += PAGE) {
      var page = takes.getAsBoolean() ? waiting(offset) : List.<Waiting>of();
      for (var it : page) {
        if (fetchPauses.has(it.submission())
            || submissions.knows(settings.name(), it.submission())) {
          continue;
        }
        if (broken == MOST_BROKEN || !takes.getAsBoolean()) {
          return;
        }
        broken = alone(it.submission(), fetchPauses, () -> take(it)) ? 0 : broken + 1;
      }
      if (page.size() < PAGE) {
        return;
      }
    }
  }

  private List<Waiting> waiting(int offset) throws IOException {
    return api.waiting(settings.destination().id(), offset, PAGE);
  }

  private void take(Waiting waiting) throws IOException {
    try {
      var receipt = intake.take(waiting);
      LOG.info(
          "destination {}: submission {} is message {}",
          settings.name(),
          waiting.submission(),
          receipt.id());
    } catch (RejectedException e) {
      LOG.info(
          "destination {}: submission {} is rejected: {}",
          settings.name(),
          waiting.submission(),
          e.problems().stream().map(Problem::type).distinct().toList());
    }
  }

  private void answer() throws IOException {
    var broken = 0;
    for (var it : submissions.open(settings.name(), MOST)) {
      if (broken == MOST_BROKEN) {
        return;
      }
      if (!answerPauses.has(it.id())) {
        broken = alone(it.id(), answerPauses, () -> answer(it)) ? 0 : broken + 1;
      }
    }
  }

  /**
   * What goes wrong with one submission leaves that one alone for a while, and keeps nothing from
   * any other.
   *
   * @return false when the line broke, or the service failed; after some of these in a row, trying
   *     the next one is of no use
   */
  private boolean alone(UUID submission, Pauses pauses, Step step) {
    try {
      step.run();
      pauses.forget(submission);
      return true;
    } catch (IOException e) {
      LOG.warn(
          "destination {}: submission {} is left alone for {}: {} (incident {})",
          settings.name(),
          submission,
          pauses.add(submission),
          e.getMessage(),
          UUID.randomUUID());
      return e instanceof FitConnectException refusal && !refusal.mayGetBetter();
    } catch (GatewayException e) {
      LOG.warn(
          "destination {}: submission {} is left alone for {}: {} (incident {})",
          settings.name(),
          submission,
          pauses.add(submission),
          e.getMessage(),
          e.incident());
    } catch (RuntimeException e) {
      LOG.error(
          "destination {}: submission {} is left alone for {} (incident {})",
          settings.name(),
          submission,
          pauses.add(submission),
          UUID.randomUUID(),
          e);
    }
    return true;
  }

  private void answer(Submission submission) throws IOException {
    if (submission.verdict() == null) {
      decide(submission);
    } else {
      tell(submission, submission.verdict(), submission.problems());
    }
  }

  private void decide(Submission submission) throws IOException {
    var message = messages.find(submission.message());
    if (message.isEmpty()) {
      submissions.told(settings.name(), submission.id());
      return;
    }
    var verdict = Verdicts.of(message.get(), settings.destination().accept());
    if (verdict.isPresent()) {
      var problems =
          verdict.get() == Verdict.REJECTED ? Verdicts.problems(message.get()) : List.<Problem>of();
      submissions.decide(settings.name(), submission.id(), verdict.get(), problems);
      tell(submission, verdict.get(), problems);
    }
  }

  /** Says it once: what the log has already, from an answer that was lost, is not said again. */
  private void tell(Submission submission, Verdict verdict, List<Problem> problems)
      throws IOException {
    var event = event(submission, verdict, problems);
    try {
      api.addEvent(submission.caseId(), event.sign(settings.signingKey()));
    } catch (FitConnectException e) {
      if (e.mayGetBetter() || !isSaid(submission)) {
        throw e;
      }
    }
    submissions.told(settings.name(), submission.id());
    if (submission.message() != null) {
      messages.note(
          submission.message(),
          TimelineEvent.ANSWERED,
          Note.of(Map.of("event", name(event.type()), "submission", submission.id().toString())));
    }
    LOG.info("destination {}: submission {} {}", settings.name(), submission.id(), verdict);
  }

  private static String name(SubmissionEvent.Type type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private boolean isSaid(Submission submission) throws IOException {
    return log.sound(submission.id(), submission.caseId()).stream()
        .anyMatch(
            it ->
                it.type() == SubmissionEvent.Type.ACCEPT_SUBMISSION
                    || it.type() == SubmissionEvent.Type.REJECT_SUBMISSION);
  }

  private SubmissionEvent event(Submission submission, Verdict verdict, List<Problem> problems) {
    var payload = new LinkedHashMap<String, Object>();
    if (verdict == Verdict.REJECTED) {
      payload.put("problems", problems.stream().map(Problem::json).toList());
    }
    if (submission.tags() != null) {
      payload.put("authenticationTags", submission.tags().json());
    }
    return new SubmissionEvent(
        UUID.randomUUID(),
        verdict == Verdict.ACCEPTED
            ? SubmissionEvent.Type.ACCEPT_SUBMISSION
            : SubmissionEvent.Type.REJECT_SUBMISSION,
        settings.destination().id().toString(),
        submission.id(),
        submission.caseId(),
        clock.instant(),
        submission.schema() == null ? SubmissionEvent.SCHEMA : submission.schema(),
        JsonMapper.shared().valueToTree(payload));
  }
}
