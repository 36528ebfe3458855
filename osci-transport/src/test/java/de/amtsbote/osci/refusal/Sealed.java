package de.amtsbote.osci.refusal;

import de.amtsbote.osci.crypto.AlgorithmPolicy.Written;
import de.amtsbote.osci.crypto.ContentCipher;
import de.amtsbote.osci.mime.MimeWriter;
import de.amtsbote.osci.security.EncryptedElementWriter;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.xml.Namespaces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Any octets, transport encrypted as they should be. */
final class Sealed {

  private Sealed() {}

  static byte[] forIntermediary(byte[] octets) throws IOException {
    ContentCipher cipher = new ContentCipher(Written.DEFAULT.cipher(), 12);
    byte[] key = cipher.newKey();
    String envelope =
        "<soap:Envelope"
            + Namespaces.DECLARATIONS
            + " xsi:schemaLocation=\"x soapMessageEncrypted.xsd\"><soap:Body>"
            + new EncryptedElementWriter(Written.DEFAULT)
                .transport(MimeWriter.ENCRYPTED_ID, key, Parties.INTERMEDIARY_CIPHER.certificate())
            + "</soap:Body></soap:Envelope>";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((MimeWriter.head("b") + envelope).getBytes(StandardCharsets.UTF_8));
    out.write(MimeWriter.encrypted("b").getBytes(StandardCharsets.UTF_8));
    try {
      cipher.encrypt(key, cipher.newVector(), new ByteArrayInputStream(octets)).transferTo(out);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    out.write(MimeWriter.tail("b").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
