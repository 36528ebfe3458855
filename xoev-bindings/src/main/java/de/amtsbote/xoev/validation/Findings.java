package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.profile.ValidationProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Collects findings of the wanted levels up to a bound and counts the rest. */
final class Findings {

  private final int most;
  private Set<Level> levels;
  private ValidationProfile profile = ValidationProfile.UNCHANGED;
  private final List<Finding> kept = new ArrayList<>();
  private long suppressed;
  private boolean errors;
  private boolean misshapen;
  private boolean ruleErrors;
  private boolean timedOut;
  private List<String> tolerated = List.of();
  private boolean hasTolerated;
  private int lighter = Integer.MAX_VALUE;

  Findings(Set<Level> levels, int most) {
    this.levels = levels;
    this.most = most;
  }

  /** From here on a profile decides about levels and weights. */
  void govern(ValidationProfile decided) {
    profile = decided;
    levels = decided.of(levels);
  }

  /** From here on violations of the schema inside of these elements below the root are warnings. */
  void tolerate(List<String> elements) {
    tolerated = List.copyOf(elements);
  }

  /** True when something was tolerated. */
  boolean hasTolerated() {
    return hasTolerated;
  }

  ValidationProfile profile() {
    return profile;
  }

  Set<Level> levels() {
    return levels;
  }

  boolean wants(Level level) {
    return level == Level.SAFE || levels.contains(level);
  }

  void add(Finding finding) {
    if (!wants(finding.level())) {
      return;
    }
    if (finding.level() == Level.SCHEMATRON) {
      // weighed where rules are known
      keep(finding);
    } else {
      profile
          .weigh(isTolerated(finding) ? finding.as(Severity.WARNING) : finding)
          .ifPresent(this::keep);
    }
  }

  private boolean isTolerated(Finding finding) {
    if (tolerated.isEmpty() || finding.level() != Level.XSD) {
      return false;
    }
    String[] steps = finding.path().split("/", 4);
    String step = steps.length < 3 ? "" : steps[2].replaceFirst("\\[.*", "");
    boolean inside = tolerated.contains(step);
    hasTolerated |= inside;
    return inside;
  }

  /** True for what says nothing about the message: it was not checked to its end. */
  private static boolean isLater(String code) {
    return code.equals(FindingCode.TIME.code()) || code.equals(FindingCode.ROOM.code());
  }

  private void keep(Finding finding) {
    boolean error = finding.isError();
    if (isLater(finding.code())) {
      timedOut = true;
      error = false;
    }
    if (finding.level() != Level.SCHEMATRON) {
      errors |= error;
      misshapen |= error && (finding.level() == Level.SAFE || finding.level() == Level.XSD);
    } else {
      ruleErrors |= error;
    }
    if (kept.size() < most) {
      kept.add(finding);
      return;
    }
    suppressed++;
    if (finding.level() == Level.SAFE) {
      // why the reading ended is never left out
      kept.set(most - 1, finding);
    } else if (error && lighter >= 0) {
      makeRoom(finding);
    }
  }

  /** An error takes the place of the last finding that is none. */
  private void makeRoom(Finding error) {
    lighter = Math.min(lighter, kept.size() - 1);
    while (lighter >= 0 && kept.get(lighter).isError()) {
      lighter--;
    }
    if (lighter >= 0) {
      kept.remove(lighter--);
      kept.add(error);
    }
  }

  /**
   * True when there is no room for an error any more; it is counted then, and nobody has to make
   * it.
   */
  boolean countsOnly(Level level) {
    boolean room = kept.size() < most || lighter >= 0;
    if (room || !wants(level) || profile.changesSeverities() || !tolerated.isEmpty()) {
      return false;
    }
    suppressed++;
    errors = true;
    misshapen = true;
    return true;
  }

  /** Violations of rules that were counted elsewhere. */
  void suppress(long more, boolean withErrors) {
    suppressed += more;
    ruleErrors |= withErrors;
  }

  /** True when the message itself is wrong, apart from business rules. */
  boolean hasErrors() {
    return errors;
  }

  /**
   * True when the structure of the message is wrong: it may have names that no schema declares, and
   * rules would report nothing but consequences.
   */
  boolean isMisshapen() {
    return misshapen;
  }

  boolean hasRuleErrors() {
    return ruleErrors;
  }

  /** True when the reading ended because time was up. */
  boolean hasTimedOut() {
    return timedOut;
  }

  long suppressed() {
    return suppressed;
  }

  /** By level, within a level as found. */
  List<Finding> sorted() {
    return kept.stream().sorted(Comparator.comparing(Finding::level)).toList();
  }
}
