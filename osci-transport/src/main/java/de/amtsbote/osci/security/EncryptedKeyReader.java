package de.amtsbote.osci.security;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;

/** Reads an xenc:EncryptedKey from a cursor that stands on it. */
final class EncryptedKeyReader {

  private final XmlCursor cursor;
  private String method;
  private String digest;
  private String mgf;
  private String certificateId;
  private X509Certificate certificate;
  private byte[] wrapped;

  private EncryptedKeyReader(XmlCursor cursor) {
    this.cursor = cursor;
  }

  static EncryptedKey read(XmlCursor cursor) throws OsciException {
    return new EncryptedKeyReader(cursor).key();
  }

  /** The name of a child of encrypted data or keys: each occurs once, and in its name space. */
  static String child(XmlCursor cursor, Set<String> seen) throws OsciException {
    String name = cursor.localName();
    String namespace = name.equals("KeyInfo") ? Namespaces.DS : Namespaces.XENC;
    if (!cursor.namespace().equals(namespace) || !seen.add(name)) {
      throw Texts.unexpected(cursor);
    }
    return name;
  }

  private EncryptedKey key() throws OsciException {
    Set<String> seen = new HashSet<>();
    while (cursor.nextChild()) {
      switch (child(cursor, seen)) {
        case "EncryptionMethod" -> method();
        case "KeyInfo" -> keyInfo();
        case "CipherData" -> cipherData();
        case "CarriedKeyName" -> cursor.skip();
        default -> throw Texts.unexpected(cursor);
      }
    }
    if (method == null || wrapped == null) {
      throw new OsciException(Rule.STRUCTURE, "EncryptedKey is incomplete");
    }
    return new EncryptedKey(method, digest, mgf, certificateId, certificate, wrapped);
  }

  private void method() throws OsciException {
    method = Texts.required(cursor, "Algorithm");
    while (cursor.nextChild()) {
      if (cursor.is(Namespaces.XENC11, "MGF") && mgf == null) {
        mgf = Texts.required(cursor, "Algorithm");
      } else if (cursor.is(Namespaces.DS, "DigestMethod") && digest == null) {
        digest = Texts.required(cursor, "Algorithm");
      } else {
        throw Texts.unexpected(cursor);
      }
      cursor.skip();
    }
  }

  private void keyInfo() throws OsciException {
    boolean named = false;
    while (cursor.nextChild()) {
      if (cursor.is(Namespaces.DS, "RetrievalMethod") && !named) {
        named = true;
        String uri = Texts.required(cursor, "URI");
        certificateId = uri.startsWith("#") ? uri.substring(1) : null;
        cursor.skip();
      } else if (cursor.is(Namespaces.DS, "KeyName")) {
        cursor.skip();
      } else if (certificate == null) {
        certificate = Certificates.read(cursor);
      } else {
        throw Texts.unexpected(cursor);
      }
    }
  }

  private void cipherData() throws OsciException {
    while (cursor.nextChild()) {
      cursor.require(Namespaces.XENC, "CipherValue");
      if (wrapped != null) {
        throw Texts.unexpected(cursor);
      }
      wrapped = Texts.base64(cursor);
    }
  }
}
