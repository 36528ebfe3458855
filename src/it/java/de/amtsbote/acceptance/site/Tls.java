package de.amtsbote.acceptance.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS with a key of somebody, among those who trust one authority. */
final class Tls {

  private Tls() {}

  /** With a key of a sample PKI, and its authority. */
  static SSLContext of(Path certificates, String name) throws IOException {
    return of(
        certificates.resolve(name + ".p12"),
        certificates.resolve("password"),
        certificates.resolve("ca.cer"));
  }

  /** With the key in this file, whose password stands in the other, and this authority. */
  static SSLContext of(Path keyStore, Path passwordFile, Path authority) throws IOException {
    try {
      char[] password = Files.readString(passwordFile).strip().toCharArray();
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(KeyStore.getInstance(keyStore.toFile(), password), password);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      try (InputStream octets = Files.newInputStream(authority)) {
        trusted.setCertificateEntry(
            "ca", CertificateFactory.getInstance("X.509").generateCertificate(octets));
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException failure) {
      throw new IOException("the keys in %s do not open".formatted(keyStore), failure);
    }
  }
}
