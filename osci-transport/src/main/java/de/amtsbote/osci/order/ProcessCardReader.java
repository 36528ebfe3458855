package de.amtsbote.osci.order;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.Inspection;
import de.amtsbote.osci.model.Inspection.CertificateType;
import de.amtsbote.osci.model.Inspection.MathResult;
import de.amtsbote.osci.model.Inspection.OfflineResult;
import de.amtsbote.osci.model.Inspection.OnlineResult;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCard;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.Timestamp;
import de.amtsbote.osci.xml.XmlCursor;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Reads process card bundles. */
final class ProcessCardReader {

  private final XmlCursor cursor;

  private ProcessCardReader(XmlCursor cursor) {
    this.cursor = cursor;
  }

  static ProcessCardBundle read(XmlCursor cursor) throws OsciException {
    return new ProcessCardReader(cursor).bundle();
  }

  private ProcessCardBundle bundle() throws OsciException {
    MessageId id = null;
    ProcessCard card = null;
    List<Inspection> inspections = new ArrayList<>();
    while (cursor.nextChild()) {
      switch (cursor.localName()) {
        case "MessageId" -> id = Values.messageId(cursor);
        case "ProcessCard" -> card = card();
        case "InspectionReport" -> {
          while (cursor.nextChild()) {
            inspections.add(inspection());
          }
        }
        default -> throw Values.unexpected(cursor);
      }
    }
    if (id == null || card == null) {
      throw new OsciException(Rule.STRUCTURE, "process card is incomplete");
    }
    return new ProcessCardBundle(id, card, inspections);
  }

  private ProcessCard card() throws OsciException {
    OffsetDateTime modified =
        Values.time(cursor.attribute("RecentModification"), "RecentModification");
    Timestamp creation = null;
    Timestamp forwarding = null;
    Timestamp reception = null;
    String subject = null;
    while (cursor.nextChild()) {
      switch (cursor.localName()) {
        case "Creation" -> creation = timestamp();
        case "Forwarding" -> forwarding = timestamp();
        case "Reception" -> reception = timestamp();
        case "Subject" -> subject = Values.text(cursor);
        default -> throw Values.unexpected(cursor);
      }
    }
    return new ProcessCard(modified, creation, forwarding, reception, subject);
  }

  private Timestamp timestamp() throws OsciException {
    Timestamp time = null;
    while (cursor.nextChild()) {
      switch (cursor.localName()) {
        case "Plain" -> time = new Timestamp.Plain(Values.time(cursor));
        case "Cryptographic" -> {
          String algorithm = cursor.attribute("Algorithm");
          time = new Timestamp.Cryptographic(algorithm, token(Values.evidence(cursor)));
        }
        default -> throw Values.unexpected(cursor);
      }
    }
    if (time == null) {
      throw new OsciException(Rule.STRUCTURE, "time is empty");
    }
    return time;
  }

  private static byte[] token(String text) throws OsciException {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new OsciException(Rule.STRUCTURE, "Cryptographic is not Base64", e);
    }
  }

  private Inspection inspection() throws OsciException {
    Timestamp time = null;
    String subject = null;
    String issuer = null;
    BigInteger serial = null;
    CertificateType type = CertificateType.UNKNOWN;
    MathResult math = MathResult.INDETERMINATE;
    OfflineResult offline = OfflineResult.INDETERMINATE;
    OnlineResult online = null;
    while (cursor.nextChild()) {
      switch (cursor.localName()) {
        case "Timestamp" -> time = timestamp();
        case "X509SubjectName" -> subject = Values.text(cursor);
        case "X509IssuerName" -> issuer = Values.text(cursor);
        case "X509SerialNumber" -> serial = serial(Values.text(cursor).trim());
        case "CertType" -> type = choice(CertificateType.class, "Type");
        case "MathResult" -> math = choice(MathResult.class, "Result");
        case "OfflineResult" -> offline = choice(OfflineResult.class, "Result");
        case "OnlineResult" -> online = online();
        default -> throw Values.unexpected(cursor);
      }
    }
    if (issuer == null || serial == null) {
      throw new OsciException(Rule.STRUCTURE, "Inspection is incomplete");
    }
    return new Inspection(time, subject, issuer, serial, type, math, offline, online);
  }

  private OnlineResult online() throws OsciException {
    String result = cursor.attribute("Result");
    String ocsp = null;
    OffsetDateTime crl = null;
    String ldap = null;
    while (cursor.nextChild()) {
      switch (cursor.localName()) {
        case "OCSP", "OSCP" -> ocsp = Values.evidence(cursor);
        case "CRL" -> crl = Values.time(cursor);
        case "LDAP" -> ldap = Values.evidence(cursor);
        default -> throw Values.unexpected(cursor);
      }
    }
    return new OnlineResult("revoked".equals(result), ocsp, crl, ldap);
  }

  private static BigInteger serial(String text) throws OsciException {
    if (!text.matches("[+-]?[0-9]{1,100}")) {
      throw new OsciException(Rule.STRUCTURE, "X509SerialNumber is no number");
    }
    return new BigInteger(text);
  }

  private <E extends Enum<E>> E choice(Class<E> type, String attribute) throws OsciException {
    String value = String.valueOf(cursor.attribute(attribute));
    String name = cursor.localName();
    cursor.requireEmpty();
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new OsciException(Rule.STRUCTURE, name + " is not one of the known values", e);
    }
  }
}
