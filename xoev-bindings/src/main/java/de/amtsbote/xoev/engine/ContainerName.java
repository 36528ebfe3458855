package de.amtsbote.xoev.engine;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Shape;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.profile.ValidationProfile;
import java.util.ArrayList;
import java.util.Optional;

/** Messages in containers are called {@code <process id>_<message name>.xml}. */
final class ContainerName {

  private ContainerName() {}

  /** The report, with a warning more when the name says something else than the message. */
  static ValidationReport checked(
      ValidationReport report,
      String fileName,
      Optional<XoevHeader> header,
      ValidationProfile profile) {
    String process = header.map(XoevHeader::reference).orElse("");
    String expected = process + "_" + report.root() + ".xml";
    if (process.isEmpty() || fileName.equalsIgnoreCase(expected)) {
      return report;
    }
    Optional<Finding> finding =
        profile.weigh(
            FindingCode.CONTAINER_NAME.at(
                Level.HEADER,
                Severity.WARNING,
                Place.NOWHERE,
                "",
                "<process id>_" + report.root() + ".xml",
                Shape.of(fileName)));
    return finding.map(it -> with(report, it)).orElse(report);
  }

  private static ValidationReport with(ValidationReport report, Finding finding) {
    var findings = new ArrayList<>(report.findings());
    findings.add(finding);
    return new ValidationReport(
        finding.isError() ? Verdict.INVALID : report.verdict(),
        report.standard(),
        report.version(),
        report.messageType(),
        report.root(),
        report.levels(),
        findings,
        report.suppressed());
  }
}
