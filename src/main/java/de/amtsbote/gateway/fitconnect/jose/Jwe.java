package de.amtsbote.gateway.fitconnect.jose;

import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.ContentCipher;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JWE in compact form (RFC 7516) that is read as a stream: only RSA-OAEP-256 with A256GCM, with
 * or without DEFLATE. What is deciphered stays in the spool until its tag is checked.
 */
public final class Jwe {

  static final String CONTENT_ENCRYPTION = "A256GCM";

  private static final int VECTOR = 12;
  private static final int TAG = 16;
  private static final int LARGEST_HEAD = 8 * 1024;
  private static final int LARGEST_KEY = 4 * 1024;
  private static final ContentCipher CIPHER = new ContentCipher(CipherAlgorithm.AES256_GCM, VECTOR);

  private final byte[] headText;
  private final JsonNode head;
  private final BufferedInputStream rest;
  private String tag;

  private Jwe(byte[] headText, JsonNode head, BufferedInputStream rest) {
    this.headText = headText;
    this.head = head;
    this.rest = rest;
  }

  /**
   * Reads the header only.
   *
   * @throws JoseException when it is no JWE, or one in other algorithms
   */
  public static Jwe begin(InputStream compact) throws IOException {
    var in = new BufferedInputStream(compact);
    var text = Segment.text(in, LARGEST_HEAD);
    try {
      var head = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(text));
      require(RsaJwk.ENCRYPTION.equals(head.path("alg").asString("")), "is not RSA-OAEP-256");
      require(CONTENT_ENCRYPTION.equals(head.path("enc").asString("")), "is not A256GCM");
      require(
          !head.has("zip") || "DEF".equals(head.path("zip").asString("")), "is zipped strangely");
      require(!head.has("crit"), "needs an extension");
      return new Jwe(text, head, in);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new JoseException("the text is no JWE", e);
    }
  }

  private static void require(boolean condition, String problem) throws JoseException {
    if (!condition) {
      throw new JoseException("the encryption " + problem);
    }
  }

  /** Id of the key that it is encrypted for; empty when it names none. */
  public String kid() {
    return head.path("kid").asString("");
  }

  /** Media type of the content; empty when it names none. */
  public String contentType() {
    return head.path("cty").asString("");
  }

  /** The authentication tag, base64url; known when it was opened. */
  public String tag() {
    return tag;
  }

  /**
   * Deciphers the rest into the spool.
   *
   * @param largest most octets of the content
   * @return the content, checked; to be closed by the caller
   * @throws JoseException when key or tag do not fit, or what was zipped does not inflate
   * @throws OversizeException when it is larger
   */
  public SpoolFile open(RsaJwk own, Spool spool, long largest) throws IOException {
    var sealed = spool.create();
    try {
      var key = ContentKeys.unwrap(decoded(LARGEST_KEY), own);
      var vector = decoded(VECTOR + 1);
      require(vector.length == VECTOR, "has a wrong vector");
      try (var out = new BoundedOutput(sealed.output(), largest)) {
        CIPHER.decrypt(key, headText, all(vector), out);
      }
      return head.has("zip") ? inflated(sealed, spool, largest) : sealed;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      sealed.close();
      throw new JoseException("the content does not open", e);
    } catch (IOException | RuntimeException e) {
      sealed.close();
      throw e;
    }
  }

  private static byte[] decoded(byte[] text) throws JoseException {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new JoseException("a segment is not base64url", e);
    }
  }

  private byte[] decoded(int most) throws IOException {
    return decoded(Segment.text(rest, most * 2));
  }

  /** Vector, cipher text and tag, as the cipher reads them. */
  private InputStream all(byte[] vector) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(new ByteArrayInputStream(vector), new Segment(rest), new Ending())));
  }

  private static SpoolFile inflated(SpoolFile zipped, Spool spool, long largest)
      throws IOException {
    var plain = spool.create();
    var inflater = new Inflater(true);
    try (zipped;
        var in = new InflaterInputStream(zipped.open(), inflater);
        var out = new BoundedOutput(plain.output(), largest)) {
      in.transferTo(out);
      return plain;
    } catch (ZipException | EOFException e) {
      plain.close();
      throw new JoseException("the content does not inflate", e);
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    } finally {
      inflater.end();
    }
  }

  /** The last segment, remembered. */
  private final class Ending extends InputStream {

    private InputStream octets;

    @Override
    public int read() throws IOException {
      if (octets == null) {
        var text = Segment.text(rest, 2 * TAG);
        tag = new String(text, StandardCharsets.US_ASCII);
        var decoded = decoded(text);
        require(decoded.length == TAG && rest.read() < 0, "has a wrong tag");
        octets = new ByteArrayInputStream(decoded);
      }
      return octets.read();
    }
  }
}
