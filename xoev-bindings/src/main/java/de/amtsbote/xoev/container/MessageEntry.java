package de.amtsbote.xoev.container;

import de.amtsbote.xoev.Content;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which entry of a container is the message: one that is called after a known message, else one
 * that is called like a message, else the only XML file. A small one is kept while the container is
 * read, so that nobody has to look for it again.
 */
final class MessageEntry {

  private static final int MOST_KEPT = 1 << 20;
  private static final int RANKS = 3;

  private final Predicate<String> isRoot;
  private final List<List<String>> candidates =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private int best = RANKS;
  private String keptName = "";
  private ByteArrayOutputStream kept;
  private boolean keeping;

  /**
   * @param isRoot true for the name of a known message, in lower case
   */
  MessageEntry(Predicate<String> isRoot) {
    this.isRoot = isRoot;
  }

  /** An entry begins. */
  void begin(String name) {
    int rank = rank(name.toLowerCase(Locale.ROOT));
    keeping = rank < best;
    if (rank < RANKS) {
      candidates.get(rank).add(name);
    }
    if (keeping) {
      best = rank;
      keptName = name;
      kept = new ByteArrayOutputStream();
    }
  }

  private int rank(String name) {
    if (!EntryNames.isXml(name)) {
      return RANKS;
    }
    int behind = name.indexOf('_') + 1;
    if (behind > 0 && isRoot.test(name.substring(behind, name.length() - 4))) {
      return 0;
    }
    return EntryNames.isMessage(name) ? 1 : 2;
  }

  /** Bytes of the entry that began last. */
  void bytes(byte[] buffer, int length) {
    if (!keeping) {
      return;
    }
    if (kept.size() + length > MOST_KEPT) {
      kept = null;
      keptName = "";
      keeping = false;
    } else {
      kept.write(buffer, 0, length);
    }
  }

  /** True when the current entry is to be kept and still may be. */
  boolean isKeeping() {
    return keeping;
  }

  /** True when no other entry can be it instead. */
  boolean isCertain() {
    return best == 0;
  }

  /** Its name, when all entries were seen. */
  String name() {
    if (best == RANKS || (best == RANKS - 1 && candidates.get(best).size() > 1)) {
      throw ContainerScan.unsafe("no message");
    }
    if (candidates.get(best).size() > 1) {
      throw ContainerScan.unsafe("more than one message");
    }
    return candidates.get(best).get(0);
  }

  /** Its bytes, when they were kept. */
  Optional<Content> content() {
    return keptName.equals(name()) ? Optional.of(Content.of(kept.toByteArray())) : Optional.empty();
  }
}
