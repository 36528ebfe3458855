package de.amtsbote.osci.order;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.model.SelectionRule.ByMessageId;
import de.amtsbote.osci.model.SelectionRule.ByModification;
import de.amtsbote.osci.model.SelectionRule.ByReception;
import de.amtsbote.osci.model.SelectionRule.CardRole;
import de.amtsbote.osci.model.SelectionRule.Filter;
import de.amtsbote.osci.xml.XmlCursor;
import de.amtsbote.osci.xml.XsdDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The SelectionRule element. */
final class SelectionXml {

  private SelectionXml() {}

  static void write(StringBuilder xml, SelectionRule rule) {
    if (rule == null) {
      return;
    }
    xml.append("<osci:SelectionRule>");
    if (rule instanceof ByMessageId byId) {
      byId.ids()
          .forEach(
              id -> xml.append("<osci:MessageId>").append(id.toWire()).append("</osci:MessageId>"));
    } else if (rule instanceof ByReception reception) {
      date(xml, "ReceptionOfDelivery", reception.from(), reception.filter());
    } else if (rule instanceof ByModification modification) {
      date(xml, "RecentModification", modification.from(), modification.filter());
    }
    xml.append("</osci:SelectionRule>");
  }

  private static void date(StringBuilder xml, String name, OffsetDateTime from, Filter filter) {
    xml.append("<osci:").append(name);
    if (filter.noReception() != null) {
      xml.append(" NoReception=\"").append(filter.noReception()).append('"');
    }
    if (filter.role() != null) {
      xml.append(" Role=\"");
      xml.append(filter.role() == CardRole.ADDRESSEE ? "Addressee" : "Originator").append('"');
    }
    xml.append('>').append(XsdDateTime.format(from)).append("</osci:").append(name).append('>');
  }

  static SelectionRule read(XmlCursor cursor) throws OsciException {
    List<MessageId> ids = new ArrayList<>();
    SelectionRule date = null;
    while (cursor.nextChild()) {
      if (date != null) {
        throw new OsciException(Rule.STRUCTURE, "SelectionRule with more than one date");
      }
      switch (cursor.localName()) {
        case "MessageId" -> ids.add(Values.messageId(cursor));
        case "ReceptionOfDelivery" -> {
          Filter filter = filter(cursor);
          date = new ByReception(Values.time(cursor), filter);
        }
        case "RecentModification" -> {
          Filter filter = filter(cursor);
          date = new ByModification(Values.time(cursor), filter);
        }
        default -> throw Values.unexpected(cursor);
      }
    }
    if (date != null && !ids.isEmpty()) {
      throw new OsciException(Rule.STRUCTURE, "SelectionRule with ids and a date");
    }
    return date != null ? date : ids.isEmpty() ? null : new ByMessageId(ids);
  }

  private static Filter filter(XmlCursor cursor) throws OsciException {
    String noReception = cursor.attribute("NoReception");
    String role = cursor.attribute("Role");
    return new Filter(
        role == null ? null : role(role), noReception == null ? null : flag(noReception));
  }

  private static CardRole role(String role) throws OsciException {
    return switch (role) {
      case "Addressee" -> CardRole.ADDRESSEE;
      case "Originator" -> CardRole.ORIGINATOR;
      default -> throw new OsciException(Rule.STRUCTURE, "Role");
    };
  }

  private static Boolean flag(String text) throws OsciException {
    return switch (text.trim()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new OsciException(Rule.STRUCTURE, "NoReception");
    };
  }
}
