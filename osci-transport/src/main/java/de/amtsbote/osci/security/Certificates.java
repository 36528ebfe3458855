package de.amtsbote.osci.security;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64Lines;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Set;

/** Certificates as ds:X509Data. */
public final class Certificates {

  /** What XML Signature lets stand beside a certificate; it says nothing that is not in there. */
  private static final Set<String> DESCRIPTIONS =
      Set.of("X509IssuerSerial", "X509SKI", "X509SubjectName");

  private Certificates() {}

  /** Writes the element. */
  public static String write(X509Certificate certificate) throws OsciException {
    try {
      return "<ds:X509Data><ds:X509Certificate>"
          + Base64Lines.of(certificate.getEncoded())
          + "</ds:X509Certificate></ds:X509Data>";
    } catch (CertificateEncodingException e) {
      throw new OsciException(Rule.CERTIFICATE_UNREADABLE, null, e);
    }
  }

  /** Reads a ds:X509Data element with one certificate. */
  public static X509Certificate read(XmlCursor cursor) throws OsciException {
    cursor.require(Namespaces.DS, "X509Data");
    X509Certificate certificate = null;
    while (cursor.nextChild()) {
      if (DESCRIPTIONS.contains(cursor.localName()) && cursor.namespace().equals(Namespaces.DS)) {
        cursor.skip();
        continue;
      }
      cursor.require(Namespaces.DS, "X509Certificate");
      if (certificate != null) {
        throw new OsciException(Rule.STRUCTURE, "more than one certificate in X509Data");
      }
      certificate = parsed(Texts.base64(cursor));
    }
    if (certificate == null) {
      throw new OsciException(Rule.STRUCTURE, "X509Data is empty");
    }
    return certificate;
  }

  /** Reads the octets of one certificate. */
  public static X509Certificate parse(byte[] octets) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(octets));
  }

  private static X509Certificate parsed(byte[] octets) throws OsciException {
    try {
      return parse(octets);
    } catch (CertificateException e) {
      throw new OsciException(Rule.CERTIFICATE_UNREADABLE, null, e);
    }
  }
}
