package de.amtsbote.osci.order;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.xml.XmlCursor;
import de.amtsbote.osci.xml.XsdDateTime;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Simple values of order elements. */
final class Values {

  private static final int MAX_TEXT = 64 * 1024;
  private static final int MAX_EVIDENCE = 4 << 20;

  private Values() {}

  static String text(XmlCursor cursor) throws OsciException {
    return cursor.readText(MAX_TEXT);
  }

  /** A text that may be as long as an OCSP answer or a time stamp. */
  static String evidence(XmlCursor cursor) throws OsciException {
    return cursor.readText(MAX_EVIDENCE);
  }

  static MessageId messageId(XmlCursor cursor) throws OsciException {
    String name = cursor.localName();
    String text = text(cursor);
    try {
      return MessageId.fromWire(text);
    } catch (IllegalArgumentException e) {
      throw new OsciException(Rule.STRUCTURE, name + " is no message id", e);
    }
  }

  static OffsetDateTime time(XmlCursor cursor) throws OsciException {
    String name = cursor.localName();
    return time(text(cursor), name);
  }

  static OffsetDateTime time(String text, String name) throws OsciException {
    try {
      return XsdDateTime.parse(text == null ? "" : text);
    } catch (DateTimeException e) {
      throw new OsciException(Rule.STRUCTURE, name + " is no time", e);
    }
  }

  /** A number without sign; null if the attribute is absent. */
  static Long number(XmlCursor cursor, String attribute) throws OsciException {
    String value = cursor.attribute(attribute);
    if (value == null) {
      return null;
    }
    if (!value.trim().matches("[+]?[0-9]{1,18}")) {
      throw new OsciException(Rule.STRUCTURE, attribute + " is no number");
    }
    return Long.valueOf(value.trim());
  }

  /** A number that may be less than nothing where a peer has none; null if it is absent. */
  static Long integer(XmlCursor cursor, String attribute) throws OsciException {
    String value = cursor.attribute(attribute);
    if (value == null) {
      return null;
    }
    if (!value.trim().matches("[+-]?[0-9]{1,18}")) {
      throw new OsciException(Rule.STRUCTURE, attribute + " is no number");
    }
    return Long.valueOf(value.trim());
  }

  static OsciException unexpected(XmlCursor cursor) {
    return new OsciException(Rule.STRUCTURE, cursor.localName() + " is not expected here");
  }
}
