package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionTemplate;

/** The configured mailboxes: whose they are, and what it means that something was fetched. */
public class Mailboxes {

  private final Map<String, Set<String>> parties = new TreeMap<>();
  private final MailboxStore entries;
  private final Outcome outcome;
  private final MessageStore messages;
  private final TransactionTemplate transaction;

  Mailboxes(
      MailboxStore entries,
      Outcome outcome,
      MessageStore messages,
      TransactionTemplate transaction) {
    this.entries = entries;
    this.outcome = outcome;
    this.messages = messages;
    this.transaction = transaction;
  }

  void add(String mailbox, Collection<String> readers) {
    parties.put(mailbox, Set.copyOf(readers));
  }

  /** The mailboxes that belong to this party, with the one for answers to what it handed in. */
  public Set<String> of(String party) {
    var mine = new TreeSet<>(configured(party));
    mine.add(ReplyBoxes.ofParty(party));
    return mine;
  }

  /** True when somebody of this name reads a mailbox here. */
  public boolean serves(String party) {
    return !configured(party).isEmpty();
  }

  /** Whose mailbox this is; empty when none is called so. */
  public Optional<Set<String>> readersOf(String mailbox) {
    return Optional.ofNullable(parties.get(mailbox));
  }

  /** The configured mailboxes of this party. */
  public List<String> configured(String party) {
    return parties.entrySet().stream()
        .filter(it -> it.getValue().contains(party))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The reader has these messages safely. Each hand-over is received then, and a message whose last
   * hand-over it was is delivered; saying it again changes nothing.
   *
   * @param reader who says so, as timelines name it
   */
  public void confirm(List<MailboxEntry> fetched, String reader) {
    // always in the same order, so that two readers never wait for each other
    var ordered =
        fetched.stream()
            .sorted(Comparator.comparing(it -> it.message().value().toString()))
            .toList();
    transaction.executeWithoutResult(
        status ->
            ordered.forEach(
                it -> {
                  messages.lock(it.message());
                  received(it, reader);
                  outcome.settle(it.message(), reader);
                }));
  }

  /**
   * Ends a delivered message when its readers have said all they had to say; part of the running
   * transaction, which holds the lock of the message.
   */
  public void conclude(MessageId message, String actor) {
    outcome.conclude(message, actor);
  }

  /** The same for a message that may not be delivered yet. */
  void settle(MessageId message, String actor) {
    outcome.settle(message, actor);
  }

  /** Notes that a reader has an entry, when it is said first; the caller holds the lock. */
  void received(MailboxEntry entry, String reader) {
    if (!entries.fetched(entry.id())) {
      return;
    }
    outcome.received(entry.id());
    var note =
        Note.by(reader, Map.of("delivery", entry.mailbox(), "deliveryId", entry.id().toString()));
    messages.note(entry.message(), TimelineEvent.RECEIPT, note);
  }
}
