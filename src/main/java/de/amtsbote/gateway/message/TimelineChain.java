package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The hash chain of a timeline: SHA-256 over the previous hash and the entry's own content. */
public final class TimelineChain {

  private static final String START = "0".repeat(64);

  private TimelineChain() {}

  /**
   * Finds the first entry that was changed, moved or cut out.
   *
   * @return its position in the list plus 1, i.e. the sequence number it should have; empty when
   *     the chain holds
   */
  public static OptionalInt firstBroken(MessageId id, List<TimelineEntry> entries) {
    var previous = START;
    for (var index = 0; index < entries.size(); index++) {
      var entry = entries.get(index);
      if (entry.sequence() != index + 1
          || !entry.previousHash().equals(previous)
          || !entry.hash().equals(hash(id, entry))) {
        return OptionalInt.of(index + 1);
      }
      previous = entry.hash();
    }
    return OptionalInt.empty();
  }

  static TimelineEntry first(
      MessageId id, Instant at, TimelineEvent event, MessageState state, Note note) {
    return link(id, 1, START, at, event, state, note);
  }

  static TimelineEntry after(
      MessageId id,
      TimelineEntry last,
      Instant at,
      TimelineEvent event,
      MessageState state,
      Note note) {
    return link(id, last.sequence() + 1, last.hash(), at, event, state, note);
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
    var digest = Digests.sha256();
    digest.update(HexFormat.of().parseHex(entry.previousHash()));
    Digests.add(digest, id.toString());
    Digests.add(digest, Integer.toString(entry.sequence()));
    Digests.add(digest, entry.at().toString());
    Digests.add(digest, entry.event().name());
    Digests.add(digest, entry.state().name());
    Digests.add(digest, entry.code());
    Digests.add(digest, entry.actor());
    new TreeMap<>(entry.details())
        .forEach(
            (key, value) -> {
              Digests.add(digest, key);
              Digests.add(digest, value);
            });
    return HexFormat.of().formatHex(digest.digest());
  }
}
