package de.amtsbote.gateway.delivery.fitconnect;

import de.amtsbote.gateway.delivery.fitconnect.FitConnectSendingStore.Sending;
import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.delivery.mailbox.MailboxEntry;
import de.amtsbote.gateway.delivery.mailbox.ProcessingStatus;
import de.amtsbote.gateway.fitconnect.EventLog;
import de.amtsbote.gateway.fitconnect.FitConnectException;
import de.amtsbote.gateway.fitconnect.SubmissionEvent;
import de.amtsbote.gateway.fitconnect.SubmissionEvent.Type;
import de.amtsbote.gateway.message.CardTimes;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.HeldBackException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the event logs of what one receiver was sent, each less often the longer it takes, and
 * takes its verdicts down. Nothing that goes wrong ends the asking: only a verdict does.
 */
final class ReceiverFollow {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiverFollow.class);
  private static final int MOST = 500;
  private static final int MOST_DOUBLINGS = 16;
  private static final int LOOKS_PER_DOUBLING = 3;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final CardTimes NO_CARD = new CardTimes(null, null, null);

  /** The message has ended, or another answer stands: nothing that is said counts any more. */
  private static final Set<ErrorCode> TOO_LATE =
      EnumSet.of(ErrorCode.ACKNOWLEDGED_OTHERWISE, ErrorCode.WITHDRAWN, ErrorCode.PICKUP_EXPIRED);

  private final String name;
  private final Duration poll;
  private final EventLog log;
  private final FitConnectSendingStore sendings;
  private final ExpectedAnswers answers;
  private final MessageStore messages;
  private final ReceiptStore receipts;
  private final TransactionTemplate transaction;
  private final Gates gates;
  private final Clock clock;

  ReceiverFollow(
      String name,
      Duration poll,
      EventLog log,
      FitConnectSendingStore sendings,
      ExpectedAnswers answers,
      MessageStore messages,
      ReceiptStore receipts,
      TransactionTemplate transaction,
      Gates gates,
      Clock clock) {
    this.name = name;
    this.poll = poll;
    this.log = log;
    this.sendings = sendings;
    this.answers = answers;
    this.messages = messages;
    this.receipts = receipts;
    this.transaction = transaction;
    this.gates = gates;
    this.clock = clock;
  }

  /** One round; a service that does not answer counts like a hand-over that failed. */
  void run(BooleanSupplier stopping) {
    for (var sending : sendings.due(name, MOST)) {
      if (stopping.getAsBoolean() || !alone(sending)) {
        return;
      }
    }
  }

  /**
   * What goes wrong with one submission keeps nothing from any other.
   *
   * @return false when asking for others is of no use now
   */
  private boolean alone(Sending sending) {
    try {
      var asked = clock.instant();
      var events =
          gates.<List<SubmissionEvent>, GatewayException>ask(
              Gate.delivery(name), () -> events(sending));
      if (!take(sending, events)) {
        receipts.seen(sending.transmission(), NO_CARD, null, asked, null);
        sendings.later(sending, patience(sending));
      }
      return true;
    } catch (HeldBackException e) {
      LOG.debug("Receiver {} is not asked: {}", name, e.getMessage());
      return false;
    } catch (GatewayException e) {
      return failed(sending, e);
    } catch (RuntimeException e) {
      LOG.error(
          "receiver {}, submission {} (incident {})",
          name,
          sending.submission(),
          UUID.randomUUID(),
          e);
      sendings.later(sending, patience(sending));
      return true;
    }
  }

  private boolean failed(Sending sending, GatewayException error) {
    LOG.warn(
        "receiver {}, submission {}: {} (incident {})",
        name,
        sending.submission(),
        error.getMessage(),
        error.incident());
    if (TOO_LATE.contains(error.code())) {
      sendings.ended(sending);
      return true;
    }
    sendings.later(sending, patience(sending));
    return !error.code().isTransient();
  }

  private List<SubmissionEvent> events(Sending sending) {
    try {
      return log.sound(sending.submission(), sending.caseId());
    } catch (IOException e) {
      var forGood = e instanceof FitConnectException answer && !answer.mayGetBetter();
      throw new GatewayException(
          forGood ? ErrorCode.DELIVERY_REFUSED : ErrorCode.DELIVERY_UNAVAILABLE,
          "its event log cannot be read: " + e.getMessage(),
          e);
    }
  }

  /** True when the receiver has said all that counts. */
  private boolean take(Sending sending, List<SubmissionEvent> events) {
    var entry = answers.find(name, sending.transmission());
    if (entry.isEmpty()) {
      // the hand-over is not noted yet
      return false;
    }
    if (entry.get().withdrawnAt() != null) {
      sendings.ended(sending);
      return true;
    }
    for (var event : events) {
      if (event.type() == Type.REJECT_SUBMISSION) {
        return end(sending, entry.get(), ProcessingStatus.REJECTED, ReceiverWords.reason(event));
      }
      if (event.type() == Type.ACCEPT_SUBMISSION) {
        if (ReceiverWords.isAbout(event, sending.tags(), events)) {
          return end(sending, entry.get(), ProcessingStatus.ACCEPTED, null);
        }
        LOG.warn(
            "receiver {}, submission {}: it accepts other pieces than were submitted",
            name,
            sending.submission());
      }
      if (event.type() == Type.FORWARD_SUBMISSION) {
        forwarded(sending, entry.get());
      }
    }
    return false;
  }

  private boolean end(Sending sending, MailboxEntry entry, ProcessingStatus status, String reason) {
    transaction.executeWithoutResult(
        running -> {
          answers.answer(entry, status, reason);
          sendings.ended(sending);
        });
    return true;
  }

  private void forwarded(Sending sending, MailboxEntry entry) {
    var what = "forward-submission";
    if (!what.equals(sending.event())) {
      transaction.executeWithoutResult(
          running -> {
            messages.note(
                entry.message(),
                TimelineEvent.RECEIPT,
                Note.of(
                    Map.of(
                        "delivery",
                        name,
                        "event",
                        what,
                        "submission",
                        sending.submission().toString())));
            sendings.said(sending, what);
          });
    }
  }

  private Duration patience(Sending sending) {
    var doublings = Math.min(sending.looks() / LOOKS_PER_DOUBLING, MOST_DOUBLINGS);
    var wanted = poll.multipliedBy(1L << doublings);
    return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
  }
}
