package de.amtsbote.gateway.cli.standards.dryrun;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of a dry run: numbers, and every kind of finding once. */
final class Tally {

  /** More kinds of findings than this help nobody; they are counted in no row then. */
  private static final int MOST_KINDS = 1_000;

  /** Messages by verdict. */
  static final class Count {
    private long valid;
    private long invalid;
    private long unknown;

    void add(Verdict verdict) {
      switch (verdict) {
        case VALID -> valid++;
        case INVALID -> invalid++;
        case UNKNOWN -> unknown++;
      }
    }

    long valid() {
      return valid;
    }

    long invalid() {
      return invalid;
    }

    long unknown() {
      return unknown;
    }

    long all() {
      return valid + invalid + unknown;
    }
  }

  /** One kind of finding. */
  static final class Kind {
    private final Finding first;
    private final MessageId example;
    private long messages;

    Kind(Finding first, MessageId example) {
      this.first = first;
      this.example = example;
    }

    Finding first() {
      return first;
    }

    MessageId example() {
      return example;
    }

    long messages() {
      return messages;
    }
  }

  private final Count all = new Count();
  private final Map<String, Count> byType = new TreeMap<>();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private long unreadable;

  void add(MessageId id, String type, ValidationReport report) {
    all.add(report.verdict());
    byType.computeIfAbsent(type == null ? "" : type, key -> new Count()).add(report.verdict());
    var seen = new HashSet<String>();
    for (var finding : report.findings()) {
      var key = key(finding);
      if (seen.add(key) && (kinds.containsKey(key) || kinds.size() < MOST_KINDS)) {
        kinds.computeIfAbsent(key, any -> new Kind(finding, id)).messages++;
      }
    }
  }

  /** A message whose content could not be read. */
  void addUnreadable() {
    unreadable++;
  }

  Count all() {
    return all;
  }

  long unreadable() {
    return unreadable;
  }

  Map<String, Count> byType() {
    return byType;
  }

  /** The heaviest first, among these the most frequent. */
  List<Kind> kinds() {
    return kinds.values().stream()
        .sorted(
            Comparator.comparing((Kind it) -> it.first().severity())
                .thenComparing(Comparator.comparingLong(Kind::messages).reversed()))
        .toList();
  }

  /** The place without the positions, which differ from message to message. */
  static String place(Finding finding) {
    return finding.path().replaceAll("\\[[0-9]+]", "");
  }

  private static String key(Finding finding) {
    return String.join(
        "|", finding.severity().key(), finding.code(), finding.rule(), place(finding));
  }
}
