package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Collects findings of the wanted levels up to a bound and counts the rest. */
final class Findings {

  private final Set<Level> levels;
  private final int most;
  private final List<Finding> kept = new ArrayList<>();
  private long suppressed;
  private boolean errors;
  private boolean foreign;

  Findings(Set<Level> levels, int most) {
    this.levels = levels;
    this.most = most;
  }

  boolean wants(Level level) {
    return level == Level.SAFE || levels.contains(level);
  }

  void add(Finding finding) {
    if (!wants(finding.level())) {
      return;
    }
    if (finding.level() != Level.SCHEMATRON) {
      errors |= finding.severity() == Severity.ERROR;
      foreign |= finding.level() == Level.SAFE || finding.level() == Level.XSD;
    }
    if (kept.size() < most) {
      kept.add(finding);
    } else {
      suppressed++;
    }
  }

  /**
   * True when there is no room for an error any more; it is counted then, and nobody has to make
   * it.
   */
  boolean countsOnly(Level level) {
    if (kept.size() < most || !wants(level)) {
      return false;
    }
    suppressed++;
    errors = true;
    foreign = true;
    return true;
  }

  void suppress(long more) {
    suppressed += more;
  }

  /** Room left before the bound. */
  int room() {
    return most - kept.size();
  }

  /** True when the message itself is wrong, apart from business rules. */
  boolean hasErrors() {
    return errors;
  }

  /** True when the message may have names that no schema declares. */
  boolean hasForeignNames() {
    return foreign;
  }

  boolean hasRuleErrors() {
    return kept.stream().anyMatch(f -> f.level() == Level.SCHEMATRON && f.isError());
  }

  long suppressed() {
    return suppressed;
  }

  /** By level, within a level as found. */
  List<Finding> sorted() {
    return kept.stream().sorted(Comparator.comparing(Finding::level)).toList();
  }
}
