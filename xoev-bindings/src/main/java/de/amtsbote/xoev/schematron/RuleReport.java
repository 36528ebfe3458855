package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.standard.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/** Turns the report of a rule file (SVRL) into findings. */
final class RuleReport {

  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
  private static final int LONGEST = 1_000;

  private final XdmNode message;
  private final RuleFile file;
  private final int most;
  private final List<Finding> findings = new ArrayList<>();
  private long count;

  RuleReport(XdmNode message, RuleFile file, int most) {
    this.message = message;
    this.file = file;
    this.most = most;
  }

  RuleReport read(XdmNode report) {
    for (XdmNode node : (Iterable<XdmNode>) () -> report.axisIterator(Axis.DESCENDANT)) {
      if (node.getNodeKind() == XdmNodeKind.ELEMENT
          && SVRL.equals(node.getNodeName().getNamespaceUri().toString())) {
        String name = node.getNodeName().getLocalName();
        if (name.equals("failed-assert") || name.equals("successful-report")) {
          count++;
          if (findings.size() < most) {
            findings.add(finding(node));
          }
        }
      }
    }
    return this;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Violations that were counted but not kept. */
  long suppressed() {
    return count - findings.size();
  }

  private Finding finding(XdmNode failed) {
    String id = attribute(failed, "id");
    Place place = TreePath.place(message, attribute(failed, "location"));
    String text = text(failed);
    var general = FindingCode.RULE;
    Severity severity = severity(failed, id);
    return new Finding(
        Level.SCHEMATRON,
        general.code(),
        file.reportOnly() && severity == Severity.ERROR ? Severity.WARNING : severity,
        place.line(),
        place.column(),
        place.path(),
        id.isEmpty() ? file.file() : id,
        text,
        "",
        new Text(general.cause().german() + " " + text, general.cause().english() + " " + text),
        general.remedy());
  }

  private Severity severity(XdmNode failed, String id) {
    Severity configured = file.severities().get(id);
    if (configured != null) {
      return configured;
    }
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

  private static String attribute(XdmNode node, String name) {
    String value = node.getAttributeValue(new QName(name));
    return value == null ? "" : value;
  }
}
