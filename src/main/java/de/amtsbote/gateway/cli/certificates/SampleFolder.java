package de.amtsbote.gateway.cli.certificates;

import de.amtsbote.gateway.cli.CommandFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/** The folder a sample PKI is written to; what is secret in it only its owner can read. */
final class SampleFolder {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path directory;
  private final char[] password;

  private SampleFolder(Path directory, String password) {
    this.directory = directory;
    this.password = password.toCharArray();
  }

  static SampleFolder inEmpty(Path directory, String password) throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> content = Files.list(directory)) {
      if (content.findAny().isPresent()) {
        throw new CommandFailure(directory + " is not empty; name a new folder");
      }
    }
    Files.writeString(Files.createFile(directory.resolve("password"), OWNER_ONLY), password);
    return new SampleFolder(directory, password);
  }

  void certificate(String name, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    Files.write(directory.resolve(name + ".cer"), certificate.getEncoded());
  }

  /** Lays the certificate where the gateway looks for what it trusts. */
  void anchor(String name, X509Certificate certificate)
      throws IOException, GeneralSecurityException {
    Path anchors = Files.createDirectories(directory.resolve("trust").resolve("anchors"));
    Files.write(anchors.resolve(name + ".cer"), certificate.getEncoded());
  }

  void party(String name, IssuedKey signature, IssuedKey cipher)
      throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    store.setKeyEntry("signature", signature.key(), password, signature.chain());
    store.setKeyEntry("cipher", cipher.key(), password, cipher.chain());
    write(store, name);
    certificate(name + "-signature", signature.certificate());
    certificate(name + "-cipher", cipher.certificate());
  }

  /** A key for TLS under the alias that the gateway looks for. */
  void tls(String name, IssuedKey key) throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    store.setKeyEntry("tls", key.key(), password, key.chain());
    write(store, name);
    certificate(name, key.certificate());
  }

  void keyRing(SecretKey payloadKey, X509Certificate marked)
      throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    store.setEntry(
        "payload-1",
        new KeyStore.SecretKeyEntry(payloadKey),
        new KeyStore.PasswordProtection(password));
    store.setCertificateEntry("sample", marked);
    write(store, "keyring");
  }

  void readme() throws IOException {
    Files.writeString(directory.resolve("README.md"), SampleReadme.text());
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private void write(KeyStore store, String name) throws IOException, GeneralSecurityException {
    Path file = Files.createFile(directory.resolve(name + ".p12"), OWNER_ONLY);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
  }
}
