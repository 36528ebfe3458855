package de.amtsbote.gateway.message;

import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The durable store of messages, and the only way to change their state. Every change and its
 * timeline entry are one transaction; called within a transaction, it takes part in that one.
 */
public class MessageStore {

  private final MessageReader reader;
  private final Reception reception;
  private final StateWriter states;
  private final PostgresMessages messages;
  private final TransactionTemplate transaction;
  private final WorkQueue work;
  private final Clock clock;

  MessageStore(
      PostgresTables tables,
      TransactionTemplate transaction,
      KeyWrapper keys,
      WorkQueue work,
      Clock clock,
      NoArgGenerator ids,
      Supplier<List<StateListener>> listeners,
      Supplier<List<IdentityReader>> identities,
      Path spool,
      VirusScanner scanner) {
    this.messages = tables.messages();
    this.transaction = transaction;
    this.work = work;
    this.clock = clock;
    this.reader = new MessageReader(tables, keys);
    this.states = new StateWriter(tables, transaction, listeners, clock);
    this.reception =
        new Reception(
            tables, states, transaction, work, keys, clock, ids, spool, identities, scanner);
  }

  /** Begins to take a new message; close it on every path. */
  public Intake intake() {
    return reception.open();
  }

  /**
   * Adds what a route made of a message for one receiver, sealed as its other parts are.
   *
   * @throws GatewayException {@link ErrorCode#MESSAGE_UNKNOWN} or {@link ErrorCode#CONTENT_ERASED}
   */
  public Part add(MessageId id, PartRole role, String name, String mediaType, InputStream content)
      throws IOException {
    return reception.add(get(id), role, name, mediaType, content);
  }

  /** The message with its parts. */
  public Optional<Message> find(MessageId id) {
    return reader.find(id);
  }

  /** The message with its parts, when it belongs to the tenant. */
  public Optional<Message> find(String tenant, MessageId id) {
    return find(id).filter(message -> message.tenant().equals(tenant));
  }

  /** Many messages with their parts, in two questions; one that is not there is left out. */
  public Map<MessageId, Message> find(Collection<MessageId> ids) {
    return reader.find(ids);
  }

  /**
   * The message with its parts.
   *
   * @throws GatewayException {@link ErrorCode#MESSAGE_UNKNOWN}
   */
  public Message get(MessageId id) {
    return find(id).orElseThrow(() -> MessageReader.unknown(id));
  }

  /** A page of messages, newest first, without their parts. */
  public List<Message> list(MessageQuery query) {
    return search(MessageSearch.of(query));
  }

  /** A page of what an operator looks for, newest first, without the parts. */
  public List<Message> search(MessageSearch search) {
    return reader.search(search);
  }

  /** The idempotency key under which it came in; for an OSCI entry that is its OSCI message id. */
  public Optional<String> entryKey(MessageId id) {
    return reader.entryKey(id);
  }

  /** What happened to the message, in order. */
  public List<TimelineEntry> timeline(MessageId id) {
    return reader.timeline(id);
  }

  /**
   * The plain content of a part, decrypted and checked while it is read.
   *
   * @throws GatewayException {@link ErrorCode#PART_DAMAGED} while reading, when a chunk was
   *     changed, exchanged or cut off; {@link ErrorCode#CONTENT_ERASED} after retention
   */
  public InputStream open(MessageId id, int part) {
    return reader.open(id, part);
  }

  /**
   * Moves a message on.
   *
   * @throws GatewayException {@link ErrorCode#TRANSITION_ILLEGAL} when there is no such step
   */
  public void move(MessageId id, MessageState to, Note note) {
    states.move(id, to, TimelineEvent.reached(to), note, null);
  }

  /** Moves a message along the main line; does nothing when it is already there or beyond. */
  public void advance(MessageId id, MessageState to, Note note) {
    states.advance(id, to, note);
  }

  /**
   * Lets nobody else move the message until the running transaction ends; to be called before what
   * its next state depends on is read.
   */
  public void lock(MessageId id) {
    states.lock(id);
  }

  /** Ends a message whose content is wrong. */
  public void reject(MessageId id, GatewayException why) {
    states.move(id, MessageState.REJECTED, TimelineEvent.REJECTED, Note.of(why), Reason.of(why));
  }

  /** Puts a message aside for an operator. */
  public void park(MessageId id, GatewayException why) {
    states.move(id, MessageState.PARKED, TimelineEvent.PARKED, Note.of(why), Reason.of(why));
  }

  /**
   * Ends a message for a reason that is not its content.
   *
   * @throws GatewayException {@link ErrorCode#TRANSITION_ILLEGAL} when it cannot end so from where
   *     it is
   */
  public void end(MessageId id, MessageState end, GatewayException why) {
    states.move(id, end, TimelineEvent.reached(end), Note.of(why), Reason.of(why));
  }

  /**
   * Ends a message that waits for its work as expired; nobody works on it any more.
   *
   * @throws GatewayException {@link ErrorCode#TRANSITION_ILLEGAL}; {@link ErrorCode#MESSAGE_BUSY}
   *     when it is being worked on at this moment
   */
  public void expire(MessageId id, GatewayException why) {
    end(id, MessageState.EXPIRED, Note.of(why), Reason.of(why));
  }

  /** Gives a parked message back to its route, with a new time budget. */
  public void repeat(MessageId id, Note why) {
    transaction.executeWithoutResult(
        status -> {
          states.move(id, MessageState.RECEIVED, TimelineEvent.REPEATED, why, null);
          messages.forgetAttempts(id);
          work.schedule(id, now());
        });
  }

  /**
   * Gives a message that is parked or waits back to its route at once.
   *
   * @param event what is to stand in the timeline
   */
  void again(MessageId id, TimelineEvent event, Note why) {
    transaction.executeWithoutResult(
        status -> {
          if (get(id).state() == MessageState.PARKED) {
            states.move(id, MessageState.RECEIVED, event, why, null);
            messages.forgetAttempts(id);
          } else {
            states.note(id, event, why);
          }
          work.schedule(id, now());
        });
  }

  /** Ends a message by the will of an operator; nobody works on it any more. */
  void end(MessageId id, MessageState to, Note why, Reason reason) {
    transaction.executeWithoutResult(
        status -> {
          states.move(id, to, TimelineEvent.reached(to), why, reason);
          if (!work.withdraw(id)) {
            throw new GatewayException(ErrorCode.MESSAGE_BUSY, "message " + id);
          }
        });
  }

  /** Adds a line to the timeline, and gives it back; the state stays. */
  public TimelineEntry note(MessageId id, TimelineEvent event, Note note) {
    return states.note(id, event, note);
  }

  /** Remembers what is known of the message now; nulls leave what was known. */
  public void describe(MessageId id, Traits traits) {
    messages.setTraits(id, traits, now(), List.of());
  }

  /**
   * Remembers what is known of the message now; nulls leave what was known.
   *
   * @param message as it was read before, with its parts
   * @return the message as it is then
   */
  public Message describe(Message message, Traits traits) {
    return messages
        .setTraits(message.id(), traits, now(), message.parts())
        .orElseThrow(() -> MessageReader.unknown(message.id()));
  }

  /** Counts a failed attempt; the first one begins the time budget. */
  public void countAttempt(MessageId id) {
    messages.countAttempt(id, now());
  }

  /** Notes a failed attempt and when the next one is due. */
  public void retryAt(MessageId id, Instant due, Note note) {
    transaction.executeWithoutResult(
        status -> {
          states.note(id, TimelineEvent.ATTEMPT_FAILED, note);
          messages.setNextDue(id, due);
        });
  }

  /** Remembers which route takes the message now; the timeline names each once. */
  public void routed(MessageId id, String route) {
    states.routed(id, route);
  }

  /**
   * Lets the message wait behind a gate; the time until it goes on does not use up its budget.
   *
   * @param gate what it waits for, such as {@code delivery:bauamt}
   */
  public void holdBack(MessageId id, String gate) {
    transaction.executeWithoutResult(
        status -> {
          if (get(id).waiting() == null) {
            states.note(id, TimelineEvent.WAITING, Note.of(Map.of("gate", gate)));
          }
          messages.setWaiting(id, gate, now());
        });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
