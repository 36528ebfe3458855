package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.security.KeyFiles;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.crypto.SoftwareKeys;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Private keys for OSCI, from PKCS#12 files. */
public final class OsciKeys {

  private final KeyFiles files;

  public OsciKeys(KeyFiles files) {
    this.files = files;
  }

  /**
   * A key with its certificate.
   *
   * @param setting where the file is configured, for the error text
   * @throws GatewayException CONFIGURATION_INVALID, KEY_RING_UNREADABLE, SAMPLE_KEY_REFUSED or
   *     KEY_MISSING
   */
  public KeyOperations key(String setting, Path file, Path passwordFile, String alias) {
    if (file == null || passwordFile == null) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID,
          "%s.%s is missing".formatted(setting, file == null ? "key-store" : "password-file"));
    }
    try {
      var store = files.open(file, passwordFile);
      if (store.getKey(alias, files.password(passwordFile)) instanceof PrivateKey key
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        return SoftwareKeys.of(key, certificate);
      }
    } catch (GeneralSecurityException e) {
      throw new GatewayException(
          ErrorCode.KEY_RING_UNREADABLE, "key '%s' in %s".formatted(alias, file), e);
    }
    throw new GatewayException(
        ErrorCode.KEY_MISSING, "%s has no private key '%s'".formatted(file, alias));
  }
}
