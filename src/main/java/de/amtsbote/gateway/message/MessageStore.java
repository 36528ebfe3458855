package de.amtsbote.gateway.message;

import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The durable store of messages and the only place that changes their state. Every change and its
 * timeline entry are one transaction; called within a transaction, it takes part in that one.
 */
public class MessageStore {

  private final PostgresMessages messages;
  private final PostgresParts parts;
  private final PostgresTimeline timeline;
  private final PostgresIdempotency idempotency;
  private final TransactionTemplate transaction;
  private final KeyWrapper keys;
  private final WorkQueue work;
  private final Clock clock;
  private final NoArgGenerator ids;
  private final Path spoolDirectory;

  MessageStore(
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      KeyWrapper keys,
      WorkQueue work,
      Clock clock,
      NoArgGenerator ids,
      Path spoolDirectory) {
    this.messages = new PostgresMessages(jdbc);
    this.parts = new PostgresParts(jdbc);
    this.timeline = new PostgresTimeline(jdbc);
    this.idempotency = new PostgresIdempotency(jdbc);
    this.transaction = transaction;
    this.keys = keys;
    this.work = work;
    this.clock = clock;
    this.ids = ids;
    this.spoolDirectory = spoolDirectory;
  }

  /** Begins to take a new message; close it on every path. */
  public Intake intake() {
    return new Intake(this, new MessageId(ids.generate()), keys, new ChunkSpool(spoolDirectory));
  }

  Receipt commit(Intake intake, NewMessage message) {
    return transaction.execute(
        status -> {
          var now = now();
          if (message.idempotencyKey() != null) {
            var first = idempotency.register(intake, message, now);
            if (first.isPresent()) {
              noteDuplicate(first.get().id(), message);
              return first.get();
            }
          }
          insert(intake, message, now);
          work.schedule(intake.id(), now);
          return new Receipt(
              intake.id(), MessageState.RECEIVED, now, intake.payload().sha256(), false);
        });
  }

  /** The message with its parts. */
  public Optional<Message> find(MessageId id) {
    return messages.find(id, parts.find(id));
  }

  /** The message with its parts, when it belongs to the tenant. */
  public Optional<Message> find(String tenant, MessageId id) {
    return find(id).filter(message -> message.tenant().equals(tenant));
  }

  /**
   * The message with its parts.
   *
   * @throws GatewayException {@link ErrorCode#MESSAGE_UNKNOWN}
   */
  public Message get(MessageId id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  /** A page of messages, newest first, without their parts. */
  public List<Message> list(MessageQuery query) {
    return messages.list(query);
  }

  /** The idempotency key under which it came in; for an OSCI entry that is its OSCI message id. */
  public Optional<String> entryKey(MessageId id) {
    return idempotency.keyOf(id);
  }

  /** What happened to the message, in order. */
  public List<TimelineEntry> timeline(MessageId id) {
    return timeline.all(id);
  }

  /**
   * The plain content of a part, decrypted and checked while it is read.
   *
   * @throws GatewayException {@link ErrorCode#PART_DAMAGED} while reading, when a chunk was
   *     changed, exchanged or cut off; {@link ErrorCode#CONTENT_ERASED} after retention
   */
  public InputStream open(MessageId id, int part) {
    var wrapped =
        messages
            .key(id)
            .orElseThrow(
                () ->
                    messages.find(id, List.of()).isEmpty()
                        ? unknown(id)
                        : new GatewayException(ErrorCode.CONTENT_ERASED, "message " + id));
    var count = parts.chunkCount(id, part);
    if (count < 0) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "message " + id + " has no part " + part);
    }
    return new PartInputStream(parts, new PartCipher(id, keys.unwrap(wrapped)), id, part, count);
  }

  /**
   * Moves a message on.
   *
   * @throws GatewayException {@link ErrorCode#TRANSITION_ILLEGAL} when there is no such step
   */
  public void move(MessageId id, MessageState to, Note note) {
    change(id, to, TimelineEvent.reached(to), note, null);
  }

  /** Moves a message along the main line; does nothing when it is already there or beyond. */
  public void advance(MessageId id, MessageState to, Note note) {
    transaction.executeWithoutResult(
        status -> {
          if (!lock(id).state().hasReached(to)) {
            move(id, to, note);
          }
        });
  }

  /** Ends a message whose content is wrong. */
  public void reject(MessageId id, GatewayException why) {
    change(id, MessageState.REJECTED, TimelineEvent.REJECTED, Note.of(why), Reason.of(why));
  }

  /** Puts a message aside for an operator. */
  public void park(MessageId id, GatewayException why) {
    change(id, MessageState.PARKED, TimelineEvent.PARKED, Note.of(why), Reason.of(why));
  }

  /** Gives a parked message back to its route, with a new time budget. */
  public void repeat(MessageId id, String actor) {
    transaction.executeWithoutResult(
        status -> {
          var note = Note.by(actor, Map.of());
          change(id, MessageState.RECEIVED, TimelineEvent.REPEATED, note, null);
          messages.forgetAttempts(id);
          work.schedule(id, now());
        });
  }

  /** Adds a line to the timeline; the state stays. */
  public void note(MessageId id, TimelineEvent event, Note note) {
    transaction.executeWithoutResult(
        status -> {
          var locked = lock(id);
          append(id, locked.tenant(), event, locked.state(), note);
        });
  }

  /** Remembers what is known of the message now; nulls leave what was known. */
  public void describe(MessageId id, Traits traits) {
    messages.setTraits(id, traits, now());
  }

  void countAttempt(MessageId id) {
    messages.countAttempt(id, now());
  }

  void retryAt(MessageId id, Instant due, Note note) {
    transaction.executeWithoutResult(
        status -> {
          note(id, TimelineEvent.ATTEMPT_FAILED, note);
          messages.setNextDue(id, due);
        });
  }

  private void insert(Intake intake, NewMessage message, Instant now) {
    var id = intake.id();
    messages.insert(id, message, intake.wrappedKey(), now);
    try (var held = intake.sealedContent()) {
      parts.insert(id, message.tenant(), intake.parts(), held);
    } catch (IOException e) {
      throw new UncheckedIOException("the spool cannot be read", e);
    }
    var note = Note.by(actor(message), Map.of("parts", Integer.toString(intake.parts().size())));
    timeline.insert(
        id,
        message.tenant(),
        TimelineChain.first(id, now, TimelineEvent.RECEIVED, MessageState.RECEIVED, note));
  }

  private void noteDuplicate(MessageId id, NewMessage message) {
    if (messages.lock(id).isPresent()) {
      note(id, TimelineEvent.DUPLICATE, Note.by(actor(message), Map.of()));
    }
  }

  private void change(
      MessageId id, MessageState to, TimelineEvent event, Note note, Reason reason) {
    transaction.executeWithoutResult(
        status -> {
          var locked = lock(id);
          if (!locked.state().canMoveTo(to)) {
            throw new GatewayException(
                ErrorCode.TRANSITION_ILLEGAL,
                "message " + id + " is " + locked.state() + " and cannot become " + to);
          }
          messages.setState(id, to, reason, now());
          append(id, locked.tenant(), event, to, note);
        });
  }

  private void append(
      MessageId id, String tenant, TimelineEvent event, MessageState state, Note note) {
    var last =
        timeline
            .last(id)
            .orElseThrow(
                () -> new GatewayException(ErrorCode.INTERNAL, "message " + id + " has no start"));
    timeline.insert(id, tenant, TimelineChain.after(id, last, now(), event, state, note));
  }

  private PostgresMessages.Locked lock(MessageId id) {
    return messages.lock(id).orElseThrow(() -> unknown(id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static String actor(NewMessage message) {
    return "account:" + message.entry().account();
  }

  private static GatewayException unknown(MessageId id) {
    return new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "message " + id);
  }
}
