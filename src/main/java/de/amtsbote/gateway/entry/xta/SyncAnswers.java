package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.delivery.mailbox.AnswerWatch;
import de.amtsbote.gateway.delivery.mailbox.AnswerWatchStore;
import de.amtsbote.gateway.delivery.mailbox.ReplyBoxes;
import de.amtsbote.gateway.entry.xta.soap.Answer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Gives the answer to sendMessageSync: what the reader answers, when it comes in time. */
final class SyncAnswers {

  /** Each of them holds a thread. */
  static final int MOST_WAITING = 100;

  /** Errors about the content of a message begin so. */
  private static final String CONTENT = "AB-2";

  private static final Set<MessageState> HOPELESS =
      EnumSet.of(
          MessageState.REJECTED, MessageState.PARKED, MessageState.CANCELLED, MessageState.EXPIRED);

  private final AnswerWatch watch;
  private final AnswerWatchStore answers;
  private final MessageStore messages;
  private final MailboxItems items;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  SyncAnswers(
      AnswerWatch watch, AnswerWatchStore answers, MessageStore messages, MailboxItems items) {
    this.watch = watch;
    this.answers = answers;
    this.messages = messages;
    this.items = items;
  }

  /**
   * A place among those who wait, to be closed. It is taken before the question is stored: who gets
   * none asks again under the same id.
   *
   * @throws GatewayException OVERLOADED when too many wait already
   */
  Place place() {
    if (!waiting.tryAcquire()) {
      throw new GatewayException(ErrorCode.OVERLOADED, "too many wait for answers already");
    }
    return new Place();
  }

  /** Of one who waits for an answer. */
  final class Place implements AutoCloseable {

    private Place() {}

    /**
     * Waits for the answer and hands it out. It stays in the mailbox of whoever asked until it is
     * closed there, as only that means fetched: so one that is lost on the line is found there, and
     * one that comes later, too.
     *
     * @throws XtaException 9032 when it does not come, 9050 when the content was refused
     */
    Answer await(XtaAccount account, MessageId question, Duration deadline) throws IOException {
      watch.over(question, deadline).join();
      return answer(account, question, deadline);
    }

    @Override
    public void close() {
      waiting.release();
    }
  }

  private Answer answer(XtaAccount account, MessageId question, Duration deadline)
      throws IOException {
    var asked = messages.get(question);
    var box = ReplyBoxes.ofParty(asked.traits().author());
    var reply = answers.answerTo(account.tenant(), box, question);
    if (reply.isPresent()) {
      return items.message(reply.get(), List.of(), true, true);
    }
    if (HOPELESS.contains(asked.state())) {
      throw refusal(asked);
    }
    throw new XtaException(
        XtaError.DELIVERY_FAILED,
        "no answer within %d s; the message is on its way, and its answer will wait in the mailbox"
            .formatted(deadline.toSeconds()));
  }

  private static XtaException refusal(Message question) {
    var reason = question.reason();
    var code = reason == null ? "" : reason.code().code() + " " + reason.code().slug();
    var content = question.state() == MessageState.REJECTED && code.startsWith(CONTENT);
    return new XtaException(
        content ? XtaError.CONTENT_INVALID : XtaError.DELIVERY_FAILED,
        "the message is %s %s".formatted(question.state(), code).strip());
  }
}
