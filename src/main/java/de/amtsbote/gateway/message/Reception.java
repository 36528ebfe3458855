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
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes messages in: each with its parts, its first timeline entry and its work, or not at all. */
final class Reception {

  /** Repeats are noted in a timeline that is shorter. */
  private static final int MOST_LINES = 1000;

  private final PostgresTables tables;
  private final StateWriter states;
  private final TransactionTemplate transaction;
  private final WorkQueue work;
  private final KeyWrapper keys;
  private final Clock clock;
  private final NoArgGenerator ids;
  private final Path spool;
  private final Supplier<List<IdentityReader>> identities;
  private final VirusScanner scanner;

  Reception(
      PostgresTables tables,
      StateWriter states,
      TransactionTemplate transaction,
      WorkQueue work,
      KeyWrapper keys,
      Clock clock,
      NoArgGenerator ids,
      Path spool,
      Supplier<List<IdentityReader>> identities,
      VirusScanner scanner) {
    this.scanner = scanner;
    this.identities = identities;
    this.tables = tables;
    this.states = states;
    this.transaction = transaction;
    this.work = work;
    this.keys = keys;
    this.clock = clock;
    this.ids = ids;
    this.spool = spool;
  }

  Intake open() {
    return new Intake(this, new MessageId(ids.generate()), keys, new ChunkSpool(spool), scanner);
  }

  /** What a message says of itself; it is asked before any transaction begins. */
  Optional<XoevIdentity> identity(Intake intake) {
    return identities.get().stream()
        .map(reader -> reader.read(intake::openPayload))
        .flatMap(Optional::stream)
        .findFirst();
  }

  Receipt commit(Intake intake, NewMessage message, Optional<XoevIdentity> identity) {
    return transaction.execute(
        status -> {
          var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          var first = known(intake, message, identity, now);
          if (first.isPresent()) {
            noteDuplicate(first.get().id(), message);
            return first.get();
          }
          insert(intake, message, now);
          work.begin(intake.id(), message.due(now));
          return new Receipt(
              intake.id(), MessageState.RECEIVED, now, intake.payload().sha256(), false);
        });
  }

  /** The receipt of the same message, by the key of its entry or by what it says of itself. */
  private Optional<Receipt> known(
      Intake intake, NewMessage message, Optional<XoevIdentity> identity, Instant now) {
    if (message.idempotencyKey() != null) {
      var first = tables.idempotency().register(intake, message, now);
      if (first.isPresent()) {
        return first;
      }
    }
    var first = identity.flatMap(it -> tables.identities().register(intake, message, it, now));
    if (first.isPresent() && message.idempotencyKey() != null) {
      tables.idempotency().assign(message, first.get().id());
    }
    return first;
  }

  Part add(Message message, PartRole role, String name, String mediaType, InputStream content)
      throws IOException {
    var id = message.id();
    var wrapped = tables.parts().opening(id, 0).map(PostgresParts.Opening::key).orElse(null);
    if (wrapped == null) {
      throw new GatewayException(ErrorCode.CONTENT_ERASED, "message " + id);
    }
    var number = tables.parts().newNumber();
    try (var held = new ChunkSpool(spool)) {
      var sealer = new PartSealer(new PartCipher(id, keys.unwrap(wrapped)), held);
      var part = sealer.seal(number, role, name, mediaType, content);
      tables.parts().insert(id, message.tenant(), List.of(part), held.content());
      return part.part();
    }
  }

  private void insert(Intake intake, NewMessage message, Instant now) {
    var id = intake.id();
    var parts = Map.of("parts", Integer.toString(intake.parts().size()));
    var first = states.begin(id, message, intake.wrappedKey(), now, parts);
    try (var held = intake.sealedContent()) {
      tables.parts().insert(id, message.tenant(), intake.parts(), held);
    } catch (IOException e) {
      throw new UncheckedIOException("the spool cannot be read", e);
    }
    states.begun(id, message, first);
  }

  private void noteDuplicate(MessageId id, NewMessage message) {
    // whoever repeats without end does not make a timeline without end
    if (tables.messages().lock(id).filter(it -> it.length() < MOST_LINES).isPresent()) {
      states.note(id, TimelineEvent.DUPLICATE, Note.by(message.actor(), Map.of()));
    }
  }
}
