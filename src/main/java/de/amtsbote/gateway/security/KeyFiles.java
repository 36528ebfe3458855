package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.Stream;

/** Opens PKCS#12 files, and refuses those of the sample PKI unless they are allowed. */
public final class KeyFiles {

  private final boolean samplesAllowed;

  /**
   * Opens key files.
   *
   * @param samplesAllowed true in the demo and in tests only
   */
  public KeyFiles(boolean samplesAllowed) {
    this.samplesAllowed = samplesAllowed;
  }

  /**
   * Opens a PKCS#12 file.
   *
   * @param passwordFile its first line opens file and keys
   * @throws GatewayException {@link ErrorCode#KEY_RING_UNREADABLE}, {@link
   *     ErrorCode#SAMPLE_KEY_REFUSED}
   */
  public KeyStore open(Path file, Path passwordFile) {
    var password = password(passwordFile);
    try (var content = Files.newInputStream(file)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(content, password);
      refuseSamples(file, store);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new GatewayException(ErrorCode.KEY_RING_UNREADABLE, file.toString(), e);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  /**
   * The password that a file holds, for the keys within the file opened.
   *
   * @throws GatewayException {@link ErrorCode#KEY_RING_UNREADABLE}
   */
  public char[] password(Path passwordFile) {
    try (var lines = Files.lines(passwordFile)) {
      return lines.findFirst().orElse("").strip().toCharArray();
    } catch (IOException | UncheckedIOException e) {
      throw new GatewayException(ErrorCode.KEY_RING_UNREADABLE, passwordFile.toString(), e);
    }
  }

  private void refuseSamples(Path file, KeyStore store) throws GeneralSecurityException {
    if (samplesAllowed) {
      return;
    }
    for (var alias : Collections.list(store.aliases())) {
      var chain = store.getCertificateChain(alias);
      var sample =
          Stream.concat(
                  Stream.ofNullable(store.getCertificate(alias)),
                  chain == null ? Stream.empty() : Arrays.stream(chain))
              .filter(Objects::nonNull)
              .filter(X509Certificate.class::isInstance)
              .map(X509Certificate.class::cast)
              .anyMatch(SampleCertificates::isSample);
      if (sample) {
        throw new GatewayException(ErrorCode.SAMPLE_KEY_REFUSED, file + ", entry " + alias);
      }
    }
  }
}
