package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes down what readers say of messages; the same again gets the first answer. */
public class Acknowledgements {

  private final AcknowledgementStore store;
  private final Mailboxes mailboxes;
  private final MessageStore messages;
  private final TransactionTemplate transaction;

  Acknowledgements(
      AcknowledgementStore store,
      Mailboxes mailboxes,
      MessageStore messages,
      TransactionTemplate transaction) {
    this.store = store;
    this.mailboxes = mailboxes;
    this.messages = messages;
    this.transaction = transaction;
  }

  /**
   * What a reader says.
   *
   * @param account who says it; {@code delivery:NAME} where a delivery brought the answer
   * @param reason null without
   * @param fingerprint of all that is said, with the answer that came along
   */
  public record Statement(
      ProcessingStatus status, String account, String reason, byte[] fingerprint) {

    /** As timelines name it. */
    String actor() {
      return account.startsWith(ExpectedAnswers.DELIVERY) ? account : "account:" + account;
    }
  }

  /**
   * Takes down a statement, stores the answer that came with it, and moves the message on: all in
   * one transaction.
   *
   * @param reply stores the answer; gives null when there is none; not called for a repeat
   * @return what was taken down, now or the first time
   * @throws GatewayException {@link ErrorCode#ACKNOWLEDGED_OTHERWISE} when another statement stands
   *     against it; {@link ErrorCode#PICKUP_EXPIRED} or {@link ErrorCode#WITHDRAWN} when it comes
   *     too late
   */
  public Acknowledgement acknowledge(
      MailboxEntry entry, Statement statement, Supplier<MessageId> reply) {
    return transaction.execute(
        status -> {
          messages.lock(entry.message());
          var now = store.lock(entry.id());
          var first = store.same(now.id(), statement.status(), statement.fingerprint());
          if (first.isPresent()) {
            return first.get();
          }
          requireOpen(now, statement.status());
          return takeDown(now, statement, reply.get());
        });
  }

  private Acknowledgement takeDown(MailboxEntry entry, Statement statement, MessageId reply) {
    var actor = statement.actor();
    var said =
        store.add(
            entry.id(),
            new Acknowledgement(
                statement.status(), null, statement.account(), statement.reason(), reply),
            statement.fingerprint());
    mailboxes.received(entry, actor);
    messages.note(entry.message(), TimelineEvent.ACKNOWLEDGED, note(entry, said, actor));
    mailboxes.settle(entry.message(), actor);
    return said;
  }

  private static Note note(MailboxEntry entry, Acknowledgement said, String actor) {
    var details = new LinkedHashMap<String, String>();
    details.put("delivery", entry.mailbox());
    details.put("deliveryId", entry.id().toString());
    details.put("status", said.status().name());
    if (said.reason() != null) {
      details.put("reason", said.reason());
    }
    if (said.reply() != null) {
      details.put("reply", said.reply().toString());
    }
    return Note.by(actor, details);
  }

  private void requireOpen(MailboxEntry entry, ProcessingStatus wanted) {
    requirePresent(entry);
    var said = store.of(entry.id());
    var stands =
        said.stream().filter(it -> it.status().isFinal() || it.status() == wanted).findFirst();
    if (stands.isPresent()) {
      throw new GatewayException(
          ErrorCode.ACKNOWLEDGED_OTHERWISE,
          "message %s was acknowledged as %s at %s"
              .formatted(entry.message(), stands.get().status(), stands.get().at()));
    }
  }

  /**
   * Refuses what has been taken out of the mailbox meanwhile.
   *
   * @throws GatewayException {@link ErrorCode#PICKUP_EXPIRED} or {@link ErrorCode#WITHDRAWN}
   */
  public void requirePresent(MailboxEntry entry) {
    if (entry.withdrawnAt() != null) {
      var expired = messages.get(entry.message()).state() == MessageState.EXPIRED;
      throw new GatewayException(
          expired ? ErrorCode.PICKUP_EXPIRED : ErrorCode.WITHDRAWN,
          "message %s was withdrawn at %s".formatted(entry.message(), entry.withdrawnAt()));
    }
  }
}
