package de.amtsbote.xoev.engine;

import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Shape;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.XoevHeader;
import java.util.ArrayList;
import java.util.Optional;

/** Messages in containers are called {@code <process id>_<message name>.xml}. */
final class ContainerName {

  private ContainerName() {}

  /** The report, with a warning more when the name says something else than the message. */
  static ValidationReport checked(
      ValidationReport report, String fileName, Optional<XoevHeader> header) {
    String process = header.map(XoevHeader::reference).orElse("");
    String expected = process + "_" + report.root() + ".xml";
    if (process.isEmpty() || fileName.equalsIgnoreCase(expected)) {
      return report;
    }
    var findings = new ArrayList<>(report.findings());
    findings.add(
        FindingCode.CONTAINER_NAME.at(
            Level.HEADER,
            Severity.WARNING,
            Place.NOWHERE,
            "",
            "<process id>_" + report.root() + ".xml",
            Shape.of(fileName)));
    return new ValidationReport(
        report.verdict(),
        report.standard(),
        report.version(),
        report.messageType(),
        report.root(),
        report.levels(),
        findings,
        report.suppressed());
  }
}
