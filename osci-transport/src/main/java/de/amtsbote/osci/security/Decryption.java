package de.amtsbote.osci.security;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.ContentCipher;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.KeyUnavailableException;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.TeeOutput;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolException;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;

/**
 * Decrypts encrypted data into the spool; nothing can be read there before the whole was checked. A
 * key that does not unwrap is replaced by a random one, so that outside every failure is the same.
 *
 * @param spool for plain text
 * @param policy which algorithms are admitted
 * @param refused the rule to name if one is not
 * @param failed the rule to name if anything does not decrypt
 */
public record Decryption(Spool spool, AlgorithmPolicy policy, Rule refused, Rule failed) {

  /**
   * A key of ours that fits.
   *
   * @param wrapped what it unwraps
   * @param key ours
   */
  public record Match(EncryptedKey wrapped, KeyOperations key) {}

  /** The first of the wrapped keys that one of ours belongs to. */
  public static Optional<Match> match(
      EncryptedElement element,
      RoleCertificates certificates,
      Collection<? extends KeyOperations> keys) {
    for (EncryptedKey wrapped : element.keys()) {
      X509Certificate reader = reader(wrapped, certificates);
      for (KeyOperations key : keys) {
        if (reader != null && key.belongsTo(reader)) {
          return Optional.of(new Match(wrapped, key));
        }
      }
    }
    return Optional.empty();
  }

  private static X509Certificate reader(EncryptedKey wrapped, RoleCertificates certificates) {
    if (wrapped.certificate() != null) {
      return wrapped.certificate();
    }
    return certificates
        .byId(wrapped.certificateId())
        .map(RoleCertificate::certificate)
        .orElse(null);
  }

  /** The cipher, if the policy admits it. */
  public CipherAlgorithm cipher(EncryptedElement element) throws OsciException {
    return element
        .cipher()
        .filter(policy::accepts)
        .orElseThrow(() -> new OsciException(refused, element.method()));
  }

  /** The key transport, if the policy admits it. */
  public KeyTransport transport(EncryptedKey wrapped) throws OsciException {
    return wrapped
        .transport()
        .filter(policy::accepts)
        .orElseThrow(() -> new OsciException(refused, wrapped.method()));
  }

  /** Decrypts what was encrypted for a key of ours. */
  public SpoolFile decrypt(EncryptedElement element, Match match, InputStream cipherText)
      throws OsciException {
    ContentCipher cipher = new ContentCipher(cipher(element), element.effectiveIvLength());
    KeyTransport transport = transport(match.wrapped());
    byte[] key = cipher.decoyKey();
    try {
      byte[] unwrapped = match.key().decryptKey(transport, match.wrapped().wrapped());
      key = cipher.fits(unwrapped) ? unwrapped : key;
    } catch (KeyUnavailableException e) {
      throw new OsciException(Rule.KEY_OPERATION, "unwrapping a key", e);
    } catch (GeneralSecurityException e) {
      // goes on with the decoy, see above
    }
    return decrypt(cipher, key, cipherText, OutputStream.nullOutputStream());
  }

  /**
   * Decrypts an attachment with the key that came with it, and shows its plain text to a witness.
   */
  public SpoolFile decrypt(EncryptedElement element, InputStream cipherText, OutputStream witness)
      throws OsciException {
    ContentCipher cipher = new ContentCipher(cipher(element), element.effectiveIvLength());
    if (!cipher.fits(element.plainKey())) {
      throw new OsciException(failed, null);
    }
    return decrypt(cipher, element.plainKey(), cipherText, witness);
  }

  private SpoolFile decrypt(
      ContentCipher cipher, byte[] key, InputStream cipherText, OutputStream witness)
      throws OsciException {
    SpoolFile plain = spool.create();
    try {
      cipher.decrypt(key, cipherText, new TeeOutput(witness, plain.output()));
      plain.finish();
      return plain;
    } catch (SpoolException e) {
      plain.close();
      throw new OsciException(Rule.INTERNAL, "temporary storage", e);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      plain.close();
      throw e instanceof OsciException osci ? osci : new OsciException(failed, null, e);
    }
  }
}
