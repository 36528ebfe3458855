package de.amtsbote.gateway.security;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.KeyWrapper;
import de.amtsbote.gateway.message.WrappedKey;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/**
 * Wraps the data keys of messages with AES-256 key wrap (RFC 3394) under keys of a PKCS#12 file.
 */
final class KeyRing implements KeyWrapper {

  private final Map<String, SecretKey> keys;
  private final String current;

  /** Reads all secret keys; the current one must be among them and have 256 bits. */
  KeyRing(KeyStore store, char[] password, String current) {
    this.keys = secretKeys(store, password);
    this.current = current;
    if (key(current).getEncoded().length != 32) {
      throw new GatewayException(ErrorCode.KEY_MISSING, current + " is no AES-256 key");
    }
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
    var key = keys.get(alias);
    if (key == null) {
      throw new GatewayException(ErrorCode.KEY_MISSING, "alias " + alias);
    }
    return key;
  }

  private static Map<String, SecretKey> secretKeys(KeyStore store, char[] password) {
    try {
      var keys = new HashMap<String, SecretKey>();
      for (var alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias) && store.getKey(alias, password) instanceof SecretKey key) {
          keys.put(alias, key);
        }
      }
      return keys;
    } catch (GeneralSecurityException e) {
      throw new GatewayException(ErrorCode.KEY_RING_UNREADABLE, "a key does not open", e);
    }
  }
}
