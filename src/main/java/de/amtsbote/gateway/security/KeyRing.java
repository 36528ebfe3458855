package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.KeyWrapper;
import de.amtsbote.gateway.message.WrappedKey;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Wraps the data keys of messages with AES-256 key wrap (RFC 3394) under keys of a PKCS#12 file. A
 * key that was added to the file while the gateway runs is found when it is asked for.
 */
final class KeyRing implements KeyWrapper {

  private final Supplier<Map<String, SecretKey>> file;
  private final String current;
  private volatile Map<String, SecretKey> keys;

  /**
   * Reads all secret keys; the current one must be among them and have 256 bits.
   *
   * @param file reads the keys, by their aliases
   */
  KeyRing(Supplier<Map<String, SecretKey>> file, String current) {
    this.file = file;
    this.keys = file.get();
    this.current = current;
    if (key(current).getEncoded().length != 32) {
      throw new GatewayException(ErrorCode.KEY_MISSING, current + " is no AES-256 key");
    }
  }

  @Override
  public String current() {
    return current;
  }

  @Override
  public boolean holds(String keyId) {
    if (!keys.containsKey(keyId)) {
      keys = file.get();
    }
    return keys.containsKey(keyId);
  }

  @Override
  public WrappedKey wrap(SecretKey dataKey) {
    try {
      var cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.WRAP_MODE, key(current));
      return new WrappedKey(current, cipher.wrap(dataKey));
    } catch (GeneralSecurityException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "a data key cannot be wrapped", e);
    }
  }

  @Override
  public SecretKey unwrap(WrappedKey wrapped) {
    try {
      var cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.UNWRAP_MODE, key(wrapped.keyId()));
      return (SecretKey) cipher.unwrap(wrapped.bytes(), "AES", Cipher.SECRET_KEY);
    } catch (GeneralSecurityException e) {
      throw new GatewayException(
          ErrorCode.PART_DAMAGED, "the data key does not open under " + wrapped.keyId(), e);
    }
  }

  private SecretKey key(String alias) {
    if (!holds(alias)) {
      throw new GatewayException(ErrorCode.KEY_MISSING, "alias " + alias);
    }
    return keys.get(alias);
  }
}
