package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.HandOvers;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/** The configured mailboxes: whose they are, and what it means that something was fetched. */
public class Mailboxes {

  private final Map<String, Set<String>> parties = new TreeMap<>();
  private final MailboxStore entries;
  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final HandOvers handOvers;
  private final TransactionTemplate transaction;

  Mailboxes(
      MailboxStore entries,
      MessageStore messages,
      TransmissionStore transmissions,
      HandOvers handOvers,
      TransactionTemplate transaction) {
    this.entries = entries;
    this.messages = messages;
    this.transmissions = transmissions;
    this.handOvers = handOvers;
    this.transaction = transaction;
  }

  void add(String mailbox, Collection<String> readers) {
    parties.put(mailbox, Set.copyOf(readers));
  }

  /** The mailboxes that belong to this party. */
  public Set<String> of(String party) {
    return parties.entrySet().stream()
        .filter(it -> it.getValue().contains(party))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** True when somebody of this name reads a mailbox here. */
  public boolean serves(String party) {
    return !of(party).isEmpty();
  }

  /**
   * The reader has these messages safely. Each hand-over is received then, and a message whose last
   * hand-over it was is delivered; saying it again changes nothing.
   *
   * @param reader who says so, as timelines name it
   */
  public void confirm(List<MailboxEntry> fetched, String reader) {
    transaction.executeWithoutResult(status -> fetched.forEach(it -> confirm(it, reader)));
  }

  private void confirm(MailboxEntry entry, String reader) {
    if (!entries.fetched(entry.id())) {
      return;
    }
    transmissions.delivered(entry.id());
    var note =
        Note.by(reader, Map.of("delivery", entry.mailbox(), "deliveryId", entry.id().toString()));
    messages.note(entry.message(), TimelineEvent.RECEIPT, note);
    handOvers.received(entry.message(), note);
  }
}
