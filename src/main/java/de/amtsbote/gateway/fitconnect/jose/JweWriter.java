package de.amtsbote.gateway.fitconnect.jose;

import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.ContentCipher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Encrypts one content as a JWE in compact form (RFC 7516) with RSA-OAEP-256 and A256GCM, while it
 * is read. Its length is known beforehand; whoever reads it again gets the same.
 */
public final class JweWriter {

  private static final int VECTOR = 12;
  private static final int TAG = 16;
  private static final ContentCipher CIPHER = new ContentCipher(CipherAlgorithm.AES256_GCM, VECTOR);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** Opens the plain content from its start. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }

  private final byte[] head;
  private final byte[] key = CIPHER.newKey();
  private final byte[] vector = CIPHER.newVector();
  private final byte[] intro;
  private final Content plain;
  private final long plainLength;
  private String tag;

  /**
   * Prepares an encryption.
   *
   * @param reader public key of whoever shall read it
   * @param contentType media type of the content, for the header {@code cty}
   * @param length octets of the content
   */
  public JweWriter(RsaJwk reader, String contentType, Content plain, long length)
      throws JoseException {
    this.plain = plain;
    this.plainLength = length;
    var header = new LinkedHashMap<String, String>();
    header.put("alg", RsaJwk.ENCRYPTION);
    header.put("enc", Jwe.CONTENT_ENCRYPTION);
    header.put("cty", contentType);
    header.put("kid", reader.kid());
    this.head = BASE64.encode(JsonMapper.shared().writeValueAsBytes(header));
    this.intro =
        String.join(
                ".",
                new String(head, StandardCharsets.US_ASCII),
                BASE64.encodeToString(ContentKeys.wrap(key, reader)),
                BASE64.encodeToString(vector),
                "")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** Characters of the whole. */
  public long length() {
    return intro.length + Base64UrlInput.length(plainLength) + 1 + Base64UrlInput.length(TAG);
  }

  /** Reads the whole, in ASCII. */
  public InputStream open() throws IOException {
    try {
      var sealed = CIPHER.encrypt(key, vector, head, plain.open());
      sealed.skipNBytes(VECTOR);
      var text = new Base64UrlInput(new Bounded(sealed, plainLength));
      return new SequenceInputStream(
          Collections.enumeration(
              List.of(new ByteArrayInputStream(intro), text, new Ending(sealed))));
    } catch (GeneralSecurityException e) {
      throw new JoseException("a content cannot be encrypted", e);
    }
  }

  /** The authentication tag, base64url; known when the whole was read. */
  public String tag() {
    if (tag == null) {
      throw new IllegalStateException("the content was not read to its end");
    }
    return tag;
  }

  /** Stops before the tag. */
  private static final class Bounded extends BlockInput {

    private final InputStream in;
    private long left;

    Bounded(InputStream in, long count) {
      this.in = in;
      this.left = count;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      var taken = in.read(target, offset, (int) Math.min(count, left));
      if (taken < 0) {
        throw new JoseException("the content is shorter than it was said to be");
      }
      left -= taken;
      return taken;
    }
  }

  /** The dot and the tag, once the content before it was read. */
  private final class Ending extends InputStream {

    private final InputStream sealed;
    private InputStream text;

    Ending(InputStream sealed) {
      this.sealed = sealed;
    }

    @Override
    public int read() throws IOException {
      if (text == null) {
        var octets = sealed.readNBytes(TAG + 1);
        if (octets.length != TAG) {
          throw new JoseException("the content is longer than it was said to be");
        }
        tag = BASE64.encodeToString(octets);
        text = new ByteArrayInputStream(("." + tag).getBytes(StandardCharsets.US_ASCII));
      }
      return text.read();
    }

    @Override
    public void close() throws IOException {
      sealed.close();
    }
  }
}
