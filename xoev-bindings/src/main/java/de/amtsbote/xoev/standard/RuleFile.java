package de.amtsbote.xoev.standard;

import de.amtsbote.xoev.Severity;
import java.util.Map;

/**
 * One Schematron file (or compiled XSLT) of a package.
 *
 * @param file path within the package
 * @param roots regular expression over the local names of the roots it applies to
 * @param reportOnly true when its results never change the verdict
 * @param severities weights of single rule ids that differ from the file's own
 */
public record RuleFile(
    String file, String roots, boolean reportOnly, Map<String, Severity> severities) {

  public RuleFile {
    severities = Map.copyOf(severities);
  }

  /** True when the rules are meant for this root. */
  public boolean appliesTo(String rootName) {
    return rootName.matches(roots);
  }
}
