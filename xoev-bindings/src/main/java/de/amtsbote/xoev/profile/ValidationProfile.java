package de.amtsbote.xoev.profile;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Severity;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is decided differently from what standard and library say.
 *
 * @param levels levels to run; empty for all. {@link Level#SAFE} always runs
 * @param severities weights by finding code or rule id; an empty weight leaves the finding out
 * @param reportOnly rule files by path or name: true when their results never change the verdict,
 *     false when they do although the package says otherwise
 */
public record ValidationProfile(
    Optional<Set<Level>> levels,
    Map<String, Optional<Severity>> severities,
    Map<String, Boolean> reportOnly) {

  /** Nothing is decided differently. */
  public static final ValidationProfile UNCHANGED =
      new ValidationProfile(Optional.empty(), Map.of(), Map.of());

  public ValidationProfile {
    levels = levels.map(Set::copyOf);
    severities = Map.copyOf(severities);
    reportOnly = Map.copyOf(reportOnly);
  }

  /** This profile where it decides something, the other one where it does not. */
  public ValidationProfile over(ValidationProfile base) {
    var weights = new HashMap<>(base.severities);
    weights.putAll(severities);
    var files = new HashMap<>(base.reportOnly);
    files.putAll(reportOnly);
    return new ValidationProfile(levels.or(() -> base.levels), weights, files);
  }

  /** The levels to run of those that were asked for. */
  public Set<Level> of(Set<Level> asked) {
    var both = EnumSet.of(Level.SAFE);
    both.addAll(asked);
    levels.ifPresent(
        wanted -> both.removeIf(level -> level != Level.SAFE && !wanted.contains(level)));
    return both;
  }

  /** True when some finding weighs other than usual. */
  public boolean changesSeverities() {
    return !severities.isEmpty();
  }

  /** The finding with the weight it has here; empty when it is left out. */
  public Optional<Finding> weigh(Finding finding) {
    Optional<Severity> decided = decided(finding.rule(), finding.code());
    if (decided == null || FindingCode.isFixed(finding.code())) {
      return Optional.of(finding);
    }
    return decided.map(severity -> severity == finding.severity() ? finding : finding.as(severity));
  }

  /** What is decided about a rule id or else about a code; null when nothing is. */
  private Optional<Severity> decided(String rule, String code) {
    Optional<Severity> ofRule = severities.get(rule);
    return ofRule == null ? severities.get(code) : ofRule;
  }

  /** Whether results of a rule file never change the verdict. */
  public boolean isReportOnly(String file, boolean otherwise) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return reportOnly.getOrDefault(file, reportOnly.getOrDefault(name, otherwise));
  }
}
