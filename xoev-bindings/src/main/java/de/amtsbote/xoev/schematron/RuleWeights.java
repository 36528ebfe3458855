package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.profile.ValidationProfile;
import de.amtsbote.xoev.standard.RuleFile;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;

/**
 * How much violations of one rule file weigh: as the operator says, else as the package says, else
 * as the rule itself says.
 */
record RuleWeights(RuleFile file, ValidationProfile profile, boolean reportOnly) {

  /** Empty when the violation is left out. */
  Optional<Severity> of(XdmNode failed) {
    String id = attribute(failed, "id");
    Map<String, Optional<Severity>> decided = profile.severities();
    String key = decided.containsKey(id) ? id : FindingCode.RULE.code();
    Optional<Severity> weight =
        decided.getOrDefault(key, Optional.of(file.severities().getOrDefault(id, own(failed))));
    return weight.map(w -> reportOnly && w == Severity.ERROR ? Severity.WARNING : w);
  }

  private static Severity own(XdmNode failed) {
    String said =
        (attribute(failed, "severity")
                + " "
                + attribute(failed, "role")
                + " "
                + attribute(failed, "flag"))
            .toLowerCase(Locale.ROOT);
    if (said.contains("warn")) {
      return Severity.WARNING;
    }
    return said.contains("info") || said.contains("hinweis")
        ? Severity.INFORMATION
        : Severity.ERROR;
  }

  static String attribute(XdmNode node, String name) {
    String value = node.getAttributeValue(new QName(name));
    return value == null ? "" : value;
  }
}
