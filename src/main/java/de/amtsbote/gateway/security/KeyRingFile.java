package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.KeyWrapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/** The PKCS#12 file of the keys that protect stored content: its keys, and how they are changed. */
public final class KeyRingFile {

  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private final Path file;
  private final Path passwordFile;
  private final KeyFiles files;

  /**
   * A key ring.
   *
   * @param passwordFile its first line opens file and keys
   */
  public KeyRingFile(Path file, Path passwordFile, KeyFiles files) {
    this.file = file;
    this.passwordFile = passwordFile;
    this.files = files;
  }

  /** The key ring that a gateway with the embedded database makes for itself. */
  public static KeyRingFile in(Path directory, KeyFiles files) {
    return new KeyRingFile(
        directory.resolve(NewKeyRing.FILE), directory.resolve(NewKeyRing.PASSWORD_FILE), files);
  }

  /**
   * Wraps and opens data keys with the keys of this file.
   *
   * @param current alias of the key that wraps new data keys
   * @throws GatewayException {@link ErrorCode#KEY_MISSING}, {@link ErrorCode#KEY_RING_UNREADABLE}
   */
  public KeyWrapper wrapper(String current) {
    return new KeyRing(this::keys, current);
  }

  /** All secret keys by their aliases. */
  public Map<String, SecretKey> keys() {
    var password = files.password(passwordFile);
    try {
      return keys(files.open(file, passwordFile), password);
    } catch (GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  /**
   * Adds a new random AES-256 key.
   *
   * @throws GatewayException {@link ErrorCode#KEY_EXISTS}; {@link ErrorCode#PARAMETER_INVALID} when
   *     the alias has not the form {@code [a-z0-9][a-z0-9._-]*}
   */
  public void add(String alias) {
    if (!ALIAS.matcher(alias).matches()) {
      throw new GatewayException(
          ErrorCode.PARAMETER_INVALID, "an alias has small letters, digits and . _ - only");
    }
    var store = files.open(file, passwordFile);
    try {
      if (store.containsAlias(alias)) {
        throw new GatewayException(ErrorCode.KEY_EXISTS, alias + " in " + file);
      }
      var generator = KeyGenerator.getInstance("AES");
      generator.init(256);
      store.setKeyEntry(alias, generator.generateKey(), files.password(passwordFile), null);
      replace(store);
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  /**
   * Removes a key for ever; the caller has made sure that nothing is wrapped under it.
   *
   * @throws GatewayException {@link ErrorCode#KEY_MISSING}
   */
  public void remove(String alias) {
    var store = files.open(file, passwordFile);
    try {
      if (!store.isKeyEntry(alias)) {
        throw new GatewayException(ErrorCode.KEY_MISSING, alias + " in " + file);
      }
      store.deleteEntry(alias);
      replace(store);
    } catch (IOException | GeneralSecurityException e) {
      throw unreadable(e);
    }
  }

  static Map<String, SecretKey> keys(KeyStore store, char[] password)
      throws GeneralSecurityException {
    var keys = new TreeMap<String, SecretKey>();
    for (var alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof SecretKey key) {
        keys.put(alias, key);
      }
    }
    return keys;
  }

  /** The file changes at once and whole; owner and rights stay. */
  private void replace(KeyStore store) throws IOException, GeneralSecurityException {
    var growing = file.resolveSibling(file.getFileName() + ".new");
    Files.copy(
        file, growing, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    try (var target =
        Files.newOutputStream(
            growing, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      store.store(target, files.password(passwordFile));
    }
    try (var written = FileChannel.open(growing, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private GatewayException unreadable(Exception cause) {
    return new GatewayException(ErrorCode.KEY_RING_UNREADABLE, file.toString(), cause);
  }
}
