package de.amtsbote.osci.mailbox;

import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps everything in the memory of this process: for tests and trials, gone with the process. */
public final class InMemoryMailboxStore implements MailboxStore {

  private final Spool spool;
  private final Map<String, Instant> unused = new HashMap<>();
  private final Map<String, ProcessCardEntry> cards = new HashMap<>();
  private final Map<String, Content> contents = new HashMap<>();
  private final Map<String, DialogState> dialogs = new HashMap<>();
  private final InMemoryPushes pushes = new InMemoryPushes();
  private long stored;

  private record Content(long number, boolean fetchable, byte[] header, List<SpooledPart> parts) {

    Content released() {
      return new Content(number, true, header, parts);
    }
  }

  private record SpooledPart(String name, SpoolFile octets) implements PartSource {

    @Override
    public long length() {
      return octets.length();
    }

    @Override
    public InputStream open() throws IOException {
      return octets.open();
    }
  }

  /** Large parts go to encrypted files of the spool. */
  public InMemoryMailboxStore(Spool spool) {
    this.spool = spool;
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
    var parts = copyOf(delivery.parts());
    unused.remove(id);
    contents.put(id, new Content(stored++, delivery.fetchable(), delivery.header(), parts));
    cards.put(id, cardOf(delivery));
    delivery.push().ifPresent(push -> pushes.add(id, push, delivery.createdAt()));
    return StoreOutcome.STORED;
  }

  private List<SpooledPart> copyOf(List<PartSource> sources) {
    var parts = new ArrayList<SpooledPart>();
    var room = spool.together();
    for (var source : sources) {
      try (var in = source.open()) {
        parts.add(new SpooledPart(source.name(), room.copyOf(in)));
      } catch (IOException e) {
        parts.forEach(part -> part.octets().close());
        throw new MailboxStoreException("part " + source.name() + " cannot be read", e);
      }
    }
    return parts;
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
      forget(messageId);
      unused.put(messageId, card.createdAt());
    }
  }

  @Override
  public synchronized boolean isUnused(String messageId) {
    return unused.containsKey(messageId);
  }

  @Override
  public synchronized MailboxUsage usage(String mailbox) {
    var held =
        cards.values().stream()
            .filter(card -> card.mailbox().equals(mailbox))
            .map(card -> contents.get(card.messageId()))
            .filter(Objects::nonNull)
            .toList();
    var octets =
        held.stream().flatMap(it -> it.parts().stream()).mapToLong(SpooledPart::length).sum();
    return new MailboxUsage(held.size(), octets);
  }

  @Override
  public synchronized Optional<StoredDelivery> delivery(Set<String> mailboxes, String messageId) {
    return Optional.ofNullable(cards.get(messageId))
        .filter(card -> mailboxes.contains(card.mailbox()))
        .filter(this::isFetchable)
        .map(this::toDelivery);
  }

  @Override
  public synchronized Optional<StoredDelivery> delivery(String messageId) {
    return Optional.ofNullable(cards.get(messageId))
        .filter(card -> contents.containsKey(messageId))
        .map(this::toDelivery);
  }

  @Override
  public synchronized List<PendingPush> claimPushes(Instant now, Instant notBefore, int most) {
    return pushes.claim(now, notBefore, most);
  }

  @Override
  public synchronized void postponePush(String messageId, Instant until) {
    pushes.postpone(messageId, until);
  }

  @Override
  public synchronized void endPush(String messageId) {
    pushes.end(messageId);
  }

  @Override
  public synchronized void release(String messageId, Instant at) {
    pushes.end(messageId);
    contents.computeIfPresent(messageId, (id, content) -> content.released());
    cards.computeIfPresent(messageId, (id, card) -> card.touched(at));
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
  public synchronized long countWaiting(WaitingQuery query, int most) {
    return waiting(query).limit(most).count();
  }

  private Stream<ProcessCardEntry> waiting(WaitingQuery query) {
    return cards.values().stream()
        .filter(card -> query.mailboxes().contains(card.mailbox()))
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
    return new StoredDelivery(card, content.header(), List.copyOf(content.parts()));
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
    List.copyOf(contents.keySet()).stream()
        .filter(id -> isOver(cards.get(id), limits))
        .forEach(this::forget);
    cards.values().removeIf(card -> limits.cardsBefore().isAfter(card.modifiedAt()));
    List.copyOf(contents.keySet()).stream()
        .filter(id -> !cards.containsKey(id))
        .forEach(this::forget);
  }

  private void forget(String messageId) {
    pushes.end(messageId);
    var content = contents.remove(messageId);
    if (content != null) {
      content.parts().forEach(part -> part.octets().close());
    }
  }

  private static boolean isOver(ProcessCardEntry card, PurgeLimits limits) {
    return limits.storedBefore().isAfter(card.createdAt())
        || card.receivedAt().filter(limits.receivedBefore()::isAfter).isPresent();
  }
}
