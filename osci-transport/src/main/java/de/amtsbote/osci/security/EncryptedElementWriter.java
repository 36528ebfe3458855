package de.amtsbote.osci.security;

import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.KeyTransports;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Base64Lines;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.xml.Escape;
import de.amtsbote.osci.xml.Namespaces;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** Writes the parts of xenc:EncryptedData around the cipher text. */
public final class EncryptedElementWriter {

  private static final String REFERENCE_TRANSFORM =
      "<xenc:Transforms><ds:Transform Algorithm=\""
          + Algorithms.BASE64
          + "\"></ds:Transform></xenc:Transforms></xenc:CipherReference></xenc:CipherData>";

  private final Written written;

  /** A writer that uses these algorithms. */
  public EncryptedElementWriter(Written written) {
    this.written = written;
  }

  /** From the attributes of the element up to the start of its cipher text, for these readers. */
  public String upToCipherText(String id, byte[] key, List<RoleCertificate> readers)
      throws OsciException {
    StringBuilder text = new StringBuilder();
    text.append(" Id=\"").append(Escape.attribute(id)).append("\" MimeType=\"text/xml\">");
    text.append(method()).append("<ds:KeyInfo>");
    for (RoleCertificate reader : readers) {
      text.append(
          encryptedKey(
              key,
              reader.certificate(),
              "<ds:RetrievalMethod Type=\""
                  + Algorithms.X509_DATA
                  + "\" URI=\"#"
                  + Escape.attribute(reader.id())
                  + "\"></ds:RetrievalMethod>"));
    }
    return text.append("</ds:KeyInfo><xenc:CipherData><xenc:CipherValue>").toString();
  }

  /** From the end of the cipher text to the end of the element. */
  public static String afterCipherText() {
    return "</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>";
  }

  /** The key of an encrypted attachment, without start tag and declarations. */
  public String attachmentKey(String name, byte[] key) {
    return " Id=\"Attachment"
        + Escape.attribute(name)
        + "\" MimeType=\"text/xml\">"
        + method()
        + "<ds:KeyInfo><ds:MgmtData>"
        + Base64.getEncoder().encodeToString(key)
        + "</ds:MgmtData></ds:KeyInfo>"
        + reference(name)
        + "</xenc:EncryptedData>";
  }

  /** The element in the body of a transport encrypted message. */
  public String transport(String partName, byte[] key, X509Certificate recipient)
      throws OsciException {
    return "<xenc:EncryptedData MimeType=\"Multipart/Related\">"
        + method()
        + "<ds:KeyInfo>"
        + encryptedKey(key, recipient, Certificates.write(recipient))
        + "</ds:KeyInfo>"
        + reference(partName)
        + "</xenc:EncryptedData>";
  }

  private static String reference(String name) {
    return "<xenc:CipherData><xenc:CipherReference URI=\"cid:"
        + Escape.attribute(name)
        + "\">"
        + REFERENCE_TRANSFORM;
  }

  private String method() {
    boolean gcm = written.cipher().mode() == CipherAlgorithm.Mode.GCM;
    String iv =
        gcm && written.ivLength() == 12
            ? "<osci128:IvLength xmlns:osci128=\""
                + Namespaces.OSCI_128
                + "\" Value=\"12\"></osci128:IvLength>"
            : "";
    return "<xenc:EncryptionMethod Algorithm=\""
        + written.cipher().uri()
        + "\">"
        + iv
        + "</xenc:EncryptionMethod>";
  }

  private String encryptedKey(byte[] key, X509Certificate reader, String keyInfo)
      throws OsciException {
    KeyTransport transport = written.keyTransport();
    StringBuilder text =
        new StringBuilder("<xenc:EncryptedKey><xenc:EncryptionMethod Algorithm=\"");
    text.append(transport.method().uri()).append("\">");
    if (transport.method() == KeyTransport.Method.RSA_OAEP) {
      text.append("<xenc11:MGF xmlns:xenc11=\"").append(Namespaces.XENC11);
      text.append("\" Algorithm=\"").append(transport.mgfDigest().mgfUri());
      text.append("\"></xenc11:MGF><ds:DigestMethod Algorithm=\"");
      text.append(transport.digest().uri()).append("\"></ds:DigestMethod>");
    }
    text.append("</xenc:EncryptionMethod><ds:KeyInfo>").append(keyInfo);
    text.append("</ds:KeyInfo><xenc:CipherData><xenc:CipherValue>");
    try {
      text.append(Base64Lines.of(KeyTransports.wrap(transport, reader.getPublicKey(), key)));
    } catch (GeneralSecurityException e) {
      throw new OsciException(Rule.KEY_OPERATION, "wrapping a key", e);
    }
    return text.append("</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey>").toString();
  }
}
