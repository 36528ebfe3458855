package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;

/** Transport reports. */
public final class ReportXml {

  private static final String RECORDS = "urn:de:amtsbote:xta:record.type";
  private static final String REPORTS = "urn:de:amtsbote:xta:report.type";
  private static final String VERSION = "1";

  private ReportXml() {}

  /**
   * Writes a report.
   *
   * @param metadata the transport order as it shall be quoted
   */
  public static Element write(XtaReport report, Element metadata) {
    var root = Tree.root(Names.XTA, "TransportReport").append(metadata);
    root.text("ReportTime", report.at()).text("XTAServerIdentity", report.server());
    var status = root.child("MessageStatus");
    status.text("Status", report.status().ordinal());
    list(status, "ErrorList", "Error", report, XtaReport.Level.ERROR);
    list(status, "WarnList", "Warning", report, XtaReport.Level.WARNING);
    list(status, "InfoList", "Info", report, XtaReport.Level.INFO);
    if (!report.cards().isEmpty()) {
      var more = root.child("AdditionalReports");
      report.cards().forEach(it -> card(more.child("Report"), it));
    }
    return root.element();
  }

  private static void list(
      Tree status, String list, String name, XtaReport report, XtaReport.Level level) {
    var entries = report.entries().stream().filter(it -> it.level() == level).toList();
    if (!entries.isEmpty()) {
      var parent = status.child(list);
      entries.forEach(it -> entry(parent.child(name), it));
    }
  }

  private static void entry(Tree record, XtaReport.Entry entry) {
    record.text("Timestamp", entry.at());
    listed(record.child("Code"), RECORDS, entry.code());
    record.text("Reason", entry.reason());
  }

  private static void card(Tree report, String card) {
    listed(report.child("Key"), REPORTS, "OSCI_PROCESS_CARD");
    report.text("Data", Base64.getEncoder().encodeToString(card.getBytes(StandardCharsets.UTF_8)));
  }

  static void listed(Tree code, String list, String key) {
    code.attribute("listURI", list).attribute("listVersionID", VERSION).text(null, "code", key);
  }

  /** Reads a report of any server. */
  public static XtaReport read(Element root) {
    var status = Elements.one(root, "MessageStatus");
    var entries = new ArrayList<XtaReport.Entry>();
    entries(entries, status, "ErrorList", XtaReport.Level.ERROR);
    entries(entries, status, "WarnList", XtaReport.Level.WARNING);
    entries(entries, status, "InfoList", XtaReport.Level.INFO);
    return new XtaReport(
        MetadataXml.read(Elements.one(root, "MessageMetaData")),
        time(root, "ReportTime"),
        Elements.text(root, "XTAServerIdentity"),
        status(Elements.text(Elements.one(status, "Status"))),
        entries,
        cards(root));
  }

  /** Further reports that are small XML documents, such as process cards. */
  private static List<String> cards(Element root) {
    return Elements.find(root, "AdditionalReports").stream()
        .flatMap(it -> Elements.all(it, "Report").stream())
        .flatMap(it -> Elements.find(it, "Data").stream())
        .map(it -> Base64.getMimeDecoder().decode(Elements.text(it)))
        .map(it -> new String(it, StandardCharsets.UTF_8))
        .toList();
  }

  private static XtaReport.Status status(String number) {
    var known = XtaReport.Status.values();
    return number.matches("[0-3]") ? known[Integer.parseInt(number)] : XtaReport.Status.OPEN;
  }

  private static void entries(
      List<XtaReport.Entry> target, Element status, String list, XtaReport.Level level) {
    Elements.find(status, list).stream()
        .flatMap(it -> Elements.all(it).stream())
        .forEach(
            it ->
                target.add(
                    new XtaReport.Entry(
                        time(it, "Timestamp"),
                        level,
                        Elements.text(Elements.one(it, "Code"), "code"),
                        Elements.text(it, "Reason"))));
  }

  private static Instant time(Element parent, String name) {
    return Times.time(Elements.text(parent, name));
  }
}
