package de.amtsbote.osci.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps everything in the memory of this process: for tests and trials, gone with the process. */
public final class InMemoryMailboxStore implements MailboxStore {

  private final Map<String, Instant> unused = new HashMap<>();
  private final Map<String, ProcessCardEntry> cards = new HashMap<>();
  private final Map<String, Content> contents = new HashMap<>();
  private final Map<String, DialogState> dialogs = new HashMap<>();
  private long stored;

  private record Content(long number, boolean fetchable, byte[] header, List<PartSource> parts) {}

  private record OctetPart(String name, byte[] octets) implements PartSource {

    static OctetPart of(PartSource part) {
      try (var in = part.open()) {
        return new OctetPart(part.name(), in.readAllBytes());
      } catch (IOException e) {
        throw new MailboxStoreException("part " + part.name() + " cannot be read", e);
      }
    }

    @Override
    public long length() {
      return octets.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(octets);
    }
  }

  @Override
  public synchronized void issue(String messageId, Instant at) {
    unused.put(messageId, at);
  }

  @Override
  public synchronized StoreOutcome store(NewDelivery delivery) {
    var id = delivery.messageId();
    if (cards.containsKey(id)) {
      return StoreOutcome.USED_MESSAGE_ID;
    }
    if (!unused.containsKey(id)) {
      return StoreOutcome.UNKNOWN_MESSAGE_ID;
    }
    var parts = new ArrayList<PartSource>();
    delivery.parts().forEach(part -> parts.add(OctetPart.of(part)));
    unused.remove(id);
    contents.put(id, new Content(stored++, delivery.fetchable(), delivery.header(), parts));
    cards.put(id, cardOf(delivery));
    return StoreOutcome.STORED;
  }

  private static ProcessCardEntry cardOf(NewDelivery delivery) {
    return new ProcessCardEntry(
        delivery.messageId(),
        delivery.mailbox(),
        delivery.originator(),
        delivery.subject(),
        delivery.createdAt(),
        Optional.empty(),
        Optional.empty(),
        delivery.createdAt(),
        delivery.inspections());
  }

  @Override
  public synchronized void withdraw(String messageId) {
    var card = cards.remove(messageId);
    if (card != null) {
      contents.remove(messageId);
      unused.put(messageId, card.createdAt());
    }
  }

  @Override
  public synchronized Optional<StoredDelivery> delivery(String mailbox, String messageId) {
    return Optional.ofNullable(cards.get(messageId))
        .filter(card -> card.mailbox().equals(mailbox))
        .filter(this::isFetchable)
        .map(this::toDelivery);
  }

  @Override
  public synchronized Optional<StoredDelivery> oldestWaiting(WaitingQuery query) {
    return waiting(query)
        .min(
            Comparator.comparing(ProcessCardEntry::createdAt)
                .thenComparing(card -> contents.get(card.messageId()).number()))
        .map(this::toDelivery);
  }

  @Override
  public synchronized long countWaiting(WaitingQuery query) {
    return waiting(query).count();
  }

  private Stream<ProcessCardEntry> waiting(WaitingQuery query) {
    return cards.values().stream()
        .filter(card -> card.mailbox().equals(query.mailbox()))
        .filter(card -> card.receivedAt().isEmpty())
        .filter(this::isFetchable)
        .filter(card -> query.storedFrom().filter(card.createdAt()::isBefore).isEmpty())
        .filter(card -> query.modifiedFrom().filter(card.modifiedAt()::isBefore).isEmpty());
  }

  private boolean isFetchable(ProcessCardEntry card) {
    var content = contents.get(card.messageId());
    return content != null && content.fetchable();
  }

  private StoredDelivery toDelivery(ProcessCardEntry card) {
    var content = contents.get(card.messageId());
    return new StoredDelivery(card, content.header(), content.parts());
  }

  @Override
  public synchronized void markForwarded(String messageId, Instant at) {
    cards.computeIfPresent(messageId, (id, card) -> card.forwarded(at));
  }

  @Override
  public synchronized void markReceived(String messageId, Instant at) {
    cards.computeIfPresent(messageId, (id, card) -> card.received(at));
  }

  @Override
  public synchronized Optional<ProcessCardEntry> card(String messageId) {
    return Optional.ofNullable(cards.get(messageId));
  }

  @Override
  public synchronized List<ProcessCardEntry> cards(CardQuery query) {
    return cards.values().stream()
        .filter(query::matches)
        .sorted(
            Comparator.comparing(ProcessCardEntry::modifiedAt)
                .thenComparing(ProcessCardEntry::messageId))
        .limit(query.limit())
        .toList();
  }

  @Override
  public synchronized void open(DialogState dialog) {
    if (dialogs.putIfAbsent(dialog.conversationId(), dialog) != null) {
      throw new MailboxStoreException("conversation id is taken");
    }
  }

  @Override
  public synchronized Optional<DialogState> dialog(String conversationId) {
    return Optional.ofNullable(dialogs.get(conversationId));
  }

  @Override
  public synchronized boolean advance(DialogState from, Optional<DialogState> to, Instant at) {
    var stored = dialogs.get(from.conversationId());
    if (stored == null || !stored.isSameStepAs(from)) {
      return false;
    }
    to.ifPresentOrElse(
        next -> dialogs.put(next.conversationId(), next),
        () -> dialogs.remove(from.conversationId()));
    var stillHeld = to.flatMap(DialogState::fetched);
    stored
        .fetched()
        .filter(id -> !stillHeld.filter(id::equals).isPresent())
        .ifPresent(id -> markReceived(id, at));
    return true;
  }

  @Override
  public synchronized void discard(String conversationId) {
    dialogs.remove(conversationId);
  }

  @Override
  public synchronized void purge(PurgeLimits limits) {
    unused.values().removeIf(limits.idsBefore()::isAfter);
    dialogs.values().removeIf(dialog -> limits.dialogsBefore().isAfter(dialog.lastUsedAt()));
    contents.keySet().removeIf(id -> isOver(cards.get(id), limits));
    cards.values().removeIf(card -> limits.cardsBefore().isAfter(card.modifiedAt()));
    contents.keySet().retainAll(cards.keySet());
  }

  private static boolean isOver(ProcessCardEntry card, PurgeLimits limits) {
    return limits.storedBefore().isAfter(card.createdAt())
        || card.receivedAt().filter(limits.receivedBefore()::isAfter).isPresent();
  }
}
