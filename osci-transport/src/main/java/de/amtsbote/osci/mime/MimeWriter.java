package de.amtsbote.osci.mime;

import de.amtsbote.osci.crypto.CryptoProviders;
import java.util.Base64;

/** The MIME lines of an OSCI message, in the form all implementations use. */
public final class MimeWriter {

  /** Content-ID of the envelope. */
  public static final String ENVELOPE_ID = "osci@message";

  /** Content-ID of the encrypted message. */
  public static final String ENCRYPTED_ID = "osci_enc";

  /** Boundary of SOAP faults. */
  public static final String FAULT_BOUNDARY = "MIME_boundary";

  private static final String EOL = "\r\n";

  private MimeWriter() {}

  /** A new boundary; 24 random octets cannot occur in the content by chance. */
  public static String newBoundary() {
    return FAULT_BOUNDARY + "_" + Base64.getEncoder().encodeToString(CryptoProviders.random(24));
  }

  /** Everything before the envelope. */
  public static String head(String boundary) {
    return envelopePart(boundary, "");
  }

  /** Everything before the envelope of an encrypted message. */
  public static String head(String boundary, long envelopeLength) {
    return envelopePart(boundary, "Content-Length: " + envelopeLength + EOL);
  }

  private static String envelopePart(String boundary, String more) {
    return "MIME-Version: 1.0"
        + EOL
        + "Content-Type: Multipart/Related; boundary="
        + boundary
        + "; type=text/xml"
        + EOL
        + EOL
        + "--"
        + boundary
        + EOL
        + "Content-Type: text/xml; charset=UTF-8"
        + EOL
        + "Content-Transfer-Encoding: 8bit"
        + EOL
        + "Content-ID: <"
        + ENVELOPE_ID
        + ">"
        + EOL
        + more
        + EOL;
  }

  /** The lines between two parts and before the octets of an attachment. */
  public static String attachment(String boundary, String name, long length) {
    return part(boundary, name, "8-bit") + "Content-Length: " + length + EOL + EOL;
  }

  /** The lines before the encrypted message. */
  public static String encrypted(String boundary) {
    return part(boundary, ENCRYPTED_ID, "binary") + EOL;
  }

  private static String part(String boundary, String name, String encoding) {
    return EOL
        + "--"
        + boundary
        + EOL
        + "Content-Type: application/octet-stream"
        + EOL
        + "Content-Transfer-Encoding: "
        + encoding
        + EOL
        + "Content-ID: <"
        + name
        + ">"
        + EOL;
  }

  /** The end of the message. */
  public static String tail(String boundary) {
    return EOL + "--" + boundary + "--" + EOL;
  }
}
