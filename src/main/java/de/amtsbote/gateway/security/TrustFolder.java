package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** A folder with the certificates of authorities that are trusted, and their revocation lists. */
public final class TrustFolder {

  private final String setting;
  private final Path folder;
  private final boolean samplesAllowed;

  /**
   * Reads nothing yet.
   *
   * @param setting where the folder is configured, for errors
   * @param folder null is refused when it is read
   * @param samplesAllowed true in the demo and in tests only
   */
  public TrustFolder(String setting, Path folder, boolean samplesAllowed) {
    this.setting = setting;
    this.folder = folder;
    this.samplesAllowed = samplesAllowed;
  }

  /**
   * The certificates of all {@code *.cer}, {@code *.crt} and {@code *.pem} files.
   *
   * @throws GatewayException CONFIGURATION_INVALID or SAMPLE_KEY_REFUSED
   */
  public KeyStore anchors() {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (var file : files(".*\\.(cer|crt|pem)")) {
        try (var content = Files.newInputStream(file)) {
          for (var each : CertificateFactory.getInstance("X.509").generateCertificates(content)) {
            var certificate = (X509Certificate) each;
            requireReal(file, certificate);
            store.setCertificateEntry(file.getFileName() + "-" + store.size(), certificate);
          }
        }
      }
      require(store.size() > 0, "holds no certificate; add *.cer, *.crt or *.pem");
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new GatewayException(
          ErrorCode.CONFIGURATION_INVALID, setting + " holds a file that cannot be read", e);
    }
  }

  /** The revocation lists, {@code *.crl}. */
  public List<Path> revocationLists() {
    return files(".*\\.crl");
  }

  private void requireReal(Path file, X509Certificate certificate) {
    if (!samplesAllowed && SampleCertificates.isSample(certificate)) {
      throw new GatewayException(ErrorCode.SAMPLE_KEY_REFUSED, file.toString());
    }
  }

  private List<Path> files(String name) {
    require(folder != null, "is missing; name a folder with trusted authorities");
    try (var found = Files.list(folder)) {
      return found.filter(it -> it.getFileName().toString().matches(name)).sorted().toList();
    } catch (IOException e) {
      throw new GatewayException(ErrorCode.CONFIGURATION_INVALID, setting + " cannot be listed", e);
    }
  }

  private void require(boolean condition, String problem) {
    if (!condition) {
      throw new GatewayException(ErrorCode.CONFIGURATION_INVALID, setting + " " + problem);
    }
  }
}
