package de.amtsbote.osci.security;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.CountingOutput;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an xenc:EncryptedData from a cursor that stands on it. */
public final class EncryptedElementReader {

  private static final int MAX_KEYS = 1000;
  private static final int MIN_IV = 12;
  private static final int MAX_IV = 16;

  private final XmlCursor cursor;
  private final CountingOutput canonical;
  private final List<EncryptedKey> keys = new ArrayList<>();
  private String method;
  private Integer ivLength;
  private byte[] plainKey;
  private String reference;
  private long offset;
  private long length = -1;
  private boolean returns;

  private EncryptedElementReader(XmlCursor cursor, CountingOutput canonical) {
    this.cursor = cursor;
    this.canonical = canonical;
  }

  /**
   * Reads one element to its end.
   *
   * @param canonical the tap that receives its canonical form
   */
  public static EncryptedElement read(XmlCursor cursor, CountingOutput canonical)
      throws OsciException, IOException {
    return new EncryptedElementReader(cursor, canonical).element();
  }

  private EncryptedElement element() throws OsciException, IOException {
    cursor.require(Namespaces.XENC, "EncryptedData");
    String id = cursor.attribute("Id");
    Set<String> seen = new HashSet<>();
    while (cursor.nextChild()) {
      switch (EncryptedKeyReader.child(cursor, seen)) {
        case "EncryptionMethod" -> encryptionMethod();
        case "KeyInfo" -> keyInfo();
        case "CipherData" -> cipherData();
        default -> throw unexpected();
      }
    }
    if (method == null || (reference == null) == (length < 0)) {
      throw new OsciException(Rule.STRUCTURE, "EncryptedData is incomplete");
    }
    return new EncryptedElement(
        id, method, ivLength, keys, plainKey, reference, offset, Math.max(0, length), returns);
  }

  private void encryptionMethod() throws OsciException {
    method = Texts.required(cursor, "Algorithm");
    while (cursor.nextChild()) {
      if (cursor.is(Namespaces.OSCI_128, "IvLength") && ivLength == null) {
        ivLength = ivLength(Texts.required(cursor, "Value"));
      } else if (!cursor.is(Namespaces.XENC, "KeySize")) {
        throw unexpected();
      }
      cursor.skip();
    }
  }

  private static Integer ivLength(String value) throws OsciException {
    if (!value.matches("\\+?0*1[0-9]")) {
      throw new OsciException(Rule.STRUCTURE, "IvLength is neither 12 nor 16");
    }
    int octets = Integer.parseInt(value);
    if (octets != MIN_IV && octets != MAX_IV) {
      throw new OsciException(Rule.STRUCTURE, "IvLength is neither 12 nor 16");
    }
    return octets;
  }

  private void keyInfo() throws OsciException {
    while (cursor.nextChild()) {
      if (cursor.is(Namespaces.XENC, "EncryptedKey")) {
        keys.add(EncryptedKeyReader.read(cursor));
        if (keys.size() > MAX_KEYS) {
          throw new OsciException(Rule.XML_LIMIT, "too many readers");
        }
      } else if (cursor.is(Namespaces.DS, "MgmtData") && plainKey == null) {
        plainKey = Texts.base64(cursor);
      } else if (cursor.is(Namespaces.DS, "KeyName")) {
        cursor.skip();
      } else {
        throw unexpected();
      }
    }
  }

  private void cipherData() throws OsciException, IOException {
    while (cursor.nextChild()) {
      if (reference != null || length >= 0) {
        throw unexpected();
      }
      if (cursor.is(Namespaces.XENC, "CipherValue")) {
        offset = canonical.count();
        CountingOutput plain = new CountingOutput(OutputStream.nullOutputStream());
        length = cursor.copyText(plain);
        returns = plain.count() < length;
      } else if (cursor.is(Namespaces.XENC, "CipherReference")) {
        String uri = Texts.required(cursor, "URI");
        if (!uri.startsWith("cid:")) {
          throw new OsciException(Rule.STRUCTURE, "CipherReference that is no part");
        }
        reference = uri.substring("cid:".length());
        cursor.skip();
      } else {
        throw unexpected();
      }
    }
  }

  private OsciException unexpected() {
    return Texts.unexpected(cursor);
  }
}
