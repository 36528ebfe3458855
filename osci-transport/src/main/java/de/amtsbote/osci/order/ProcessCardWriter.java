package de.amtsbote.osci.order;

import de.amtsbote.osci.io.Base64Lines;
import de.amtsbote.osci.model.Inspection;
import de.amtsbote.osci.model.Inspection.OnlineResult;
import de.amtsbote.osci.model.ProcessCard;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.Timestamp;
import de.amtsbote.osci.xml.Escape;
import de.amtsbote.osci.xml.XsdDateTime;
import java.util.Locale;

/** Writes process card bundles. */
final class ProcessCardWriter {

  private final StringBuilder xml;

  private ProcessCardWriter(StringBuilder xml) {
    this.xml = xml;
  }

  static void write(StringBuilder xml, String name, ProcessCardBundle bundle) {
    new ProcessCardWriter(xml).bundle(name, bundle);
  }

  private void bundle(String name, ProcessCardBundle bundle) {
    xml.append("<osci:").append(name).append('>');
    element("MessageId", bundle.messageId().toWire());
    ProcessCard card = bundle.card();
    xml.append("<osci:ProcessCard RecentModification=\"");
    xml.append(XsdDateTime.format(card.recentModification())).append("\">");
    time("Creation", card.creation());
    time("Forwarding", card.forwarding());
    time("Reception", card.reception());
    element("Subject", card.subject());
    xml.append("</osci:ProcessCard><osci:InspectionReport>");
    bundle.inspections().forEach(this::inspection);
    xml.append("</osci:InspectionReport></osci:").append(name).append('>');
  }

  private void inspection(Inspection inspection) {
    xml.append("<osci:Inspection>");
    time("Timestamp", inspection.timestamp());
    element("X509SubjectName", inspection.subject());
    element("X509IssuerName", inspection.issuer());
    element("X509SerialNumber", inspection.serial().toString());
    result("CertType", "Type", inspection.type());
    result("MathResult", "Result", inspection.math());
    result("OfflineResult", "Result", inspection.offline());
    if (inspection.online() != null) {
      online(inspection.online());
    }
    xml.append("</osci:Inspection>");
  }

  private void online(OnlineResult online) {
    xml.append("<osci:OnlineResult Result=\"").append(online.revoked() ? "revoked" : "ok");
    xml.append("\">");
    element("OCSP", online.ocsp());
    element("CRL", online.crl() == null ? null : XsdDateTime.format(online.crl()));
    element("LDAP", online.ldap());
    xml.append("</osci:OnlineResult>");
  }

  private void time(String name, Timestamp time) {
    if (time == null) {
      return;
    }
    xml.append("<osci:").append(name).append('>');
    if (time instanceof Timestamp.Plain plain) {
      element("Plain", XsdDateTime.format(plain.time()));
    } else if (time instanceof Timestamp.Cryptographic stamp) {
      xml.append("<osci:Cryptographic");
      if (stamp.algorithm() != null) {
        xml.append(" Algorithm=\"").append(Escape.attribute(stamp.algorithm())).append('"');
      }
      xml.append('>').append(Base64Lines.of(stamp.token())).append("</osci:Cryptographic>");
    }
    xml.append("</osci:").append(name).append('>');
  }

  private void element(String name, String text) {
    if (text != null) {
      xml.append("<osci:").append(name).append('>').append(Escape.text(text));
      xml.append("</osci:").append(name).append('>');
    }
  }

  private void result(String name, String attribute, Enum<?> value) {
    xml.append("<osci:").append(name).append(' ').append(attribute).append("=\"");
    xml.append(value.name().toLowerCase(Locale.ROOT)).append("\"></osci:").append(name).append('>');
  }
}
