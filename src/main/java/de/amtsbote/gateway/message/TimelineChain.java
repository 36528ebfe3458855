package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/** The hash chain of a timeline: SHA-256 over the previous hash and the entry's own content. */
public final class TimelineChain {

  /** What the first entry has as its previous hash. */
  public static final String START = "0".repeat(64);

  private TimelineChain() {}

  static TimelineEntry first(
      MessageId id, Instant at, TimelineEvent event, MessageState state, Note note) {
    return link(id, 1, START, at, event, state, note);
  }

  static TimelineEntry after(
      MessageId id,
      int length,
      String head,
      Instant at,
      TimelineEvent event,
      MessageState state,
      Note note) {
    return link(id, length + 1, head, at, event, state, note);
  }

  private static TimelineEntry link(
      MessageId id,
      int sequence,
      String previous,
      Instant at,
      TimelineEvent event,
      MessageState state,
      Note note) {
    var open =
        new TimelineEntry(
            sequence,
            at,
            event,
            state,
            note.code(),
            note.actor(),
            Map.copyOf(note.details()),
            previous,
            "");
    return new TimelineEntry(
        sequence,
        at,
        event,
        state,
        open.code(),
        open.actor(),
        open.details(),
        previous,
        hash(id, open));
  }

  private static String hash(MessageId id, TimelineEntry entry) {
    return hash(
        id,
        entry.sequence(),
        entry.at(),
        List.of(entry.event().name(), entry.state().name()),
        entry.code(),
        entry.actor(),
        entry.details(),
        entry.previousHash());
  }

  /**
   * The hash that an entry should have, from what stands in the table.
   *
   * @param details as JSON
   * @return empty when the details cannot be read any more
   */
  public static Optional<String> hash(
      MessageId id,
      int sequence,
      Instant at,
      List<String> eventAndState,
      String code,
      String actor,
      String details,
      String previousHash) {
    try {
      var texts = Json.readTexts(details);
      return Optional.of(hash(id, sequence, at, eventAndState, code, actor, texts, previousHash));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String hash(
      MessageId id,
      int sequence,
      Instant at,
      List<String> eventAndState,
      String code,
      String actor,
      Map<String, String> details,
      String previousHash) {
    var digest = Sha256.start();
    digest.update(HexFormat.of().parseHex(previousHash));
    Digests.add(digest, id.toString());
    Digests.add(digest, Integer.toString(sequence));
    Digests.add(digest, at.toString());
    eventAndState.forEach(it -> Digests.add(digest, it));
    Digests.add(digest, code);
    Digests.add(digest, actor);
    new TreeMap<>(details)
        .forEach(
            (key, value) -> {
              Digests.add(digest, key);
              Digests.add(digest, value);
            });
    return HexFormat.of().formatHex(digest.digest());
  }
}
