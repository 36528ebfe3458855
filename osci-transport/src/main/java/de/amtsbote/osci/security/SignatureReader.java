package de.amtsbote.osci.security;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.BoundedOutput;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import de.amtsbote.osci.xml.XsdDateTime;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicLong;

/** Reads a ds:Signature from a cursor that stands on it. */
public final class SignatureReader {

  private final XmlCursor cursor;
  private final AtomicLong allowance;
  private SignedInfoReader info;
  private byte[] signedInfo;
  private byte[] value;
  private String signerId;
  private X509Certificate certificate;
  private SignatureElement.Properties properties;
  private Boolean keyInfo;

  private SignatureReader(XmlCursor cursor, AtomicLong allowance) {
    this.cursor = cursor;
    this.allowance = allowance;
  }

  /**
   * Reads one signature to its end.
   *
   * @param allowance octets that this and further signatures may hold in memory
   */
  public static SignatureElement read(XmlCursor cursor, AtomicLong allowance) throws OsciException {
    return new SignatureReader(cursor, allowance).signature();
  }

  private SignatureElement signature() throws OsciException {
    cursor.require(Namespaces.DS, "Signature");
    while (cursor.nextChild()) {
      if (!cursor.namespace().equals(Namespaces.DS)) {
        throw unexpected();
      }
      switch (cursor.localName()) {
        case "SignedInfo" -> signedInfo();
        case "SignatureValue" -> value = once(value, Texts.base64(cursor));
        case "KeyInfo" -> keyInfo = once(keyInfo, keyInfo());
        case "Object" -> object();
        default -> throw unexpected();
      }
    }
    if (info == null || value == null) {
      throw new OsciException(Rule.STRUCTURE, "Signature is incomplete");
    }
    return new SignatureElement(
        signedInfo,
        info.canonicalization(),
        info.method(),
        info.references(),
        value,
        signerId,
        certificate,
        properties);
  }

  private void signedInfo() throws OsciException {
    BoundedOutput octets = new BoundedOutput(allowance);
    cursor.tap(octets);
    info = once(info, SignedInfoReader.read(cursor));
    signedInfo = octets.toByteArray();
  }

  private boolean keyInfo() throws OsciException {
    while (cursor.nextChild()) {
      String uri = cursor.attribute("URI");
      if (cursor.is(Namespaces.DS, "RetrievalMethod") && uri != null && uri.startsWith("#")) {
        signerId = once(signerId, uri.substring(1));
      }
      if (cursor.is(Namespaces.DS, "X509Data")) {
        certificate = once(certificate, Certificates.read(cursor));
      } else {
        cursor.skip();
      }
    }
    return true;
  }

  private void object() throws OsciException {
    while (cursor.nextChild()) {
      if (!cursor.localName().equals("QualifyingProperties")) {
        cursor.skip();
        continue;
      }
      while (cursor.nextChild()) {
        if (cursor.localName().equals("SignedProperties") && cursor.attribute("Id") != null) {
          properties = once(properties, signedProperties());
        } else {
          cursor.skip();
        }
      }
    }
  }

  private SignatureElement.Properties signedProperties() throws OsciException {
    String id = cursor.attribute("Id");
    BoundedOutput octets = new BoundedOutput(allowance);
    cursor.tap(octets);
    OffsetDateTime time = null;
    while (cursor.nextChild()) {
      if (!cursor.localName().equals("SignedSignatureProperties")) {
        cursor.skip();
        continue;
      }
      while (cursor.nextChild()) {
        if (cursor.localName().equals("SigningTime")) {
          time = time();
        } else {
          cursor.skip();
        }
      }
    }
    return new SignatureElement.Properties(id, octets.toByteArray(), time);
  }

  private OffsetDateTime time() throws OsciException {
    try {
      return XsdDateTime.parse(cursor.readText(100));
    } catch (DateTimeException e) {
      throw new OsciException(Rule.STRUCTURE, "SigningTime is no time", e);
    }
  }

  private OsciException unexpected() {
    return Texts.unexpected(cursor);
  }

  static <T> T once(T before, T now) throws OsciException {
    if (before != null) {
      throw new OsciException(Rule.STRUCTURE, "an element of a signature occurs twice");
    }
    return now;
  }
}
