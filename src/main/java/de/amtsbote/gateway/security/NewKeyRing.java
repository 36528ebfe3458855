package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a key ring for a gateway that was given none, beside the database that it protects. */
final class NewKeyRing {

  static final String FILE = "key-ring.p12";
  static final String PASSWORD_FILE = "key-ring.password";

  private static final Logger LOG = LoggerFactory.getLogger(NewKeyRing.class);

  private NewKeyRing() {}

  /** Makes a key ring in this directory when there is none. */
  static void ensure(Path directory, String alias) {
    var file = directory.resolve(FILE);
    var passwordFile = directory.resolve(PASSWORD_FILE);
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(directory);
        make(file, passwordFile, alias);
      } catch (IOException | GeneralSecurityException e) {
        throw new GatewayException(ErrorCode.KEY_RING_UNREADABLE, file.toString(), e);
      }
      LOG.warn("Made a key ring: {}. Keep a copy apart from the database", file);
    }
  }

  private static void make(Path file, Path passwordFile, String alias)
      throws IOException, GeneralSecurityException {
    var random = new byte[24];
    new SecureRandom().nextBytes(random);
    var password = HexFormat.of().formatHex(random);
    var generator = KeyGenerator.getInstance("AES");
    generator.init(256);
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(alias, generator.generateKey(), password.toCharArray(), null);
    Files.deleteIfExists(passwordFile);
    Files.createFile(passwordFile, ownerOnly());
    Files.writeString(passwordFile, password + "\n");
    // the ring appears under its name only when it is complete
    var growing = Files.createTempFile(file.getParent(), "key-ring", ".new", ownerOnly());
    try (OutputStream target = Files.newOutputStream(growing)) {
      store.store(target, password.toCharArray());
    }
    Files.move(growing, file);
  }

  private static FileAttribute<?>[] ownerOnly() {
    var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
