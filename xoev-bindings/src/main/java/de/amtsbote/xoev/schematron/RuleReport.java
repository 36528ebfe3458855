package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Text;
import java.util.ArrayList;
import java.util.List;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/** Turns the report of a rule file (SVRL) into findings. */
final class RuleReport {

  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
  private static final int LONGEST = 1_000;

  private final XdmNode message;
  private final RuleWeights weights;
  private final int most;
  private final List<Finding> findings = new ArrayList<>();
  private long suppressed;
  private boolean suppressedErrors;

  RuleReport(XdmNode message, RuleWeights weights, int most) {
    this.message = message;
    this.weights = weights;
    this.most = most;
  }

  void read(XdmNode report) {
    for (XdmNode node : (Iterable<XdmNode>) () -> report.axisIterator(Axis.DESCENDANT)) {
      if (node.getNodeKind() == XdmNodeKind.ELEMENT
          && SVRL.equals(node.getNodeName().getNamespaceUri().toString())) {
        String name = node.getNodeName().getLocalName();
        if (name.equals("failed-assert") || name.equals("successful-report")) {
          weights.of(node).ifPresent(severity -> keep(node, severity));
        }
      }
    }
  }

  private void keep(XdmNode failed, Severity severity) {
    if (findings.size() < most) {
      findings.add(finding(failed, severity));
    } else {
      suppressed++;
      suppressedErrors |= severity == Severity.ERROR;
    }
  }

  List<Finding> findings() {
    return findings;
  }

  /** Violations that were counted but not kept. */
  long suppressed() {
    return suppressed;
  }

  /** True when one of those was an error. */
  boolean suppressedErrors() {
    return suppressedErrors;
  }

  private Finding finding(XdmNode failed, Severity severity) {
    String id = RuleWeights.attribute(failed, "id");
    Place place = TreePath.place(message, RuleWeights.attribute(failed, "location"));
    String text = text(failed);
    var general = FindingCode.RULE;
    return new Finding(
        Level.SCHEMATRON,
        general.code(),
        severity,
        place.line(),
        place.column(),
        place.path(),
        id.isEmpty() ? weights.file().file() : id,
        text,
        "",
        new Text(general.cause().german() + " " + text, general.cause().english() + " " + text),
        general.remedy());
  }

  private static String text(XdmNode failed) {
    for (XdmNode child : (Iterable<XdmNode>) () -> failed.axisIterator(Axis.CHILD)) {
      if (child.getNodeKind() == XdmNodeKind.ELEMENT
          && child.getNodeName().getLocalName().equals("text")) {
        String text = child.getStringValue().strip().replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
      }
    }
    return "";
  }
}
