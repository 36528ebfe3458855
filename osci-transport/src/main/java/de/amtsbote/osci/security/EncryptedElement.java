package de.amtsbote.osci.security;

import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.io.Base64DecodingInput;
import de.amtsbote.osci.io.WithoutReturns;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * An xenc:EncryptedData as it was read, without its cipher text.
 *
 * @param id {@code Id}; null if it has none
 * @param method URI of the cipher
 * @param ivLength octets of the vector of GCM; null if not said, which means 16 (Korrigenda 6)
 * @param keys the content key wrapped for each reader
 * @param plainKey the content key of an attachment, readable because it stands inside of encrypted
 *     data; null otherwise
 * @param reference name of the part that holds the cipher text; null if it stands in the element
 * @param offset where the cipher text starts in the canonical form of the element
 * @param length octets of the cipher text, Base64
 * @param returns whether there are carriage returns in it, which the canonical form escapes
 */
public record EncryptedElement(
    String id,
    String method,
    Integer ivLength,
    List<EncryptedKey> keys,
    byte[] plainKey,
    String reference,
    long offset,
    long length,
    boolean returns) {

  private static final int DEFAULT_IV_LENGTH = 16;

  /** Copies the keys. */
  public EncryptedElement {
    keys = List.copyOf(keys);
  }

  /** The cipher, if we know it. */
  public Optional<CipherAlgorithm> cipher() {
    return CipherAlgorithm.of(method);
  }

  /** Reads the cipher text that stands in the canonical form of the element. */
  public InputStream cipherText(SpoolFile canonical) throws IOException {
    InputStream text = canonical.open(offset, length);
    return new Base64DecodingInput(returns ? new WithoutReturns(text) : text);
  }

  /** Octets of the vector in force. */
  public int effectiveIvLength() {
    return cipher()
        .filter(cipher -> cipher.mode() == CipherAlgorithm.Mode.CBC)
        .map(CipherAlgorithm::blockLength)
        .orElse(ivLength == null ? DEFAULT_IV_LENGTH : ivLength);
  }
}
