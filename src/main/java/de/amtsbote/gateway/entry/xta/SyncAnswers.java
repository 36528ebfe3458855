package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.delivery.mailbox.MailboxEntry;
import de.amtsbote.gateway.delivery.mailbox.MailboxSelection;
import de.amtsbote.gateway.delivery.mailbox.MailboxStore;
import de.amtsbote.gateway.delivery.mailbox.Mailboxes;
import de.amtsbote.gateway.entry.xta.soap.Answer;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.answer.Answers;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Gives the answer to sendMessageSync: what the reader answers, when it comes in time. */
final class SyncAnswers {

  /** Errors about the content of a message begin so. */
  private static final String CONTENT = "AB-2";

  private final Answers answers;
  private final MessageStore messages;
  private final Mailboxes mailboxes;
  private final MailboxStore entries;
  private final MailboxItems items;

  SyncAnswers(
      Answers answers,
      MessageStore messages,
      Mailboxes mailboxes,
      MailboxStore entries,
      MailboxItems items) {
    this.answers = answers;
    this.messages = messages;
    this.mailboxes = mailboxes;
    this.entries = entries;
    this.items = items;
  }

  /**
   * Waits for the answer and hands it out. It stays in the mailbox of whoever asked until it is
   * closed there, as only that means fetched: so one that is lost on the line is found there, and
   * one that comes later, too.
   *
   * @throws XtaException 9032 when it does not come, 9050 when the content was refused
   */
  Answer await(XtaAccount account, MessageId question, Duration deadline) throws IOException {
    var came = answers.await(question, deadline);
    if (came instanceof de.amtsbote.gateway.message.answer.Answer.Replied replied) {
      var author = messages.get(question).traits().author();
      var entry = entry(account, author, replied.reply());
      return items.message(entry, List.of(), true, true);
    }
    if (came instanceof de.amtsbote.gateway.message.answer.Answer.Refused refused) {
      throw refusal(refused.question());
    }
    throw new XtaException(
        XtaError.DELIVERY_FAILED,
        "no answer within %d s; the message is on its way, and its answer will wait in the mailbox"
            .formatted(deadline.toSeconds()));
  }

  private MailboxEntry entry(XtaAccount account, String author, MessageId reply) {
    var mine =
        new MailboxSelection(
            account.tenant(), mailboxes.of(author), Set.of(reply), null, null, null);
    return entries.list(mine, 0, 1).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new XtaException(
                    XtaError.DELIVERY_FAILED, "the answer waits in the mailbox of another party"));
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
