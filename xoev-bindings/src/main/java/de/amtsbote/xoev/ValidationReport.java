package de.amtsbote.xoev;

import java.util.List;
import java.util.Set;

/**
 * The result of one validation.
 *
 * @param verdict valid, invalid, or not checkable
 * @param standard name of the standard, empty when the dispatch did not find one
 * @param version version of the standard, empty when the dispatch did not find one
 * @param messageType message type: the code of the root element ({@code 0200}), else its local
 *     name; may be empty
 * @param root local name of the root element; may be empty
 * @param levels the levels that were asked for
 * @param findings what was found, in document order within a level; bounded
 * @param suppressed number of findings that were counted but not kept
 */
public record ValidationReport(
    Verdict verdict,
    String standard,
    String version,
    String messageType,
    String root,
    Set<Level> levels,
    List<Finding> findings,
    long suppressed) {

  public ValidationReport {
    levels = Set.copyOf(levels);
    findings = List.copyOf(findings);
  }

  /** True when the message passed every level that was asked for. */
  public boolean isValid() {
    return verdict == Verdict.VALID;
  }
}
