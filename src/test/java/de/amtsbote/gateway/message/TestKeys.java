package de.amtsbote.gateway.message;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Wraps data keys under keys of this JVM, which are made when they are asked for. */
public final class TestKeys implements KeyWrapper {

  private static final Map<String, SecretKey> KEYS = new ConcurrentHashMap<>();

  private final String current;
  private final Set<String> lost;

  public TestKeys() {
    this("test");
  }

  public TestKeys(String current, String... lost) {
    this.current = current;
    this.lost = Set.of(lost);
  }

  @Override
  public String current() {
    return current;
  }

  @Override
  public boolean holds(String keyId) {
    return !lost.contains(keyId);
  }

  @Override
  public WrappedKey wrap(SecretKey dataKey) {
    try {
      var cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.WRAP_MODE, key(current));
      return new WrappedKey(current, cipher.wrap(dataKey));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public SecretKey unwrap(WrappedKey wrapped) {
    try {
      var cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.UNWRAP_MODE, key(wrapped.keyId()));
      return (SecretKey) cipher.unwrap(wrapped.bytes(), "AES", Cipher.SECRET_KEY);
    } catch (GeneralSecurityException e) {
      throw new GatewayException(ErrorCode.PART_DAMAGED, "it does not open", e);
    }
  }

  private static SecretKey key(String id) {
    return KEYS.computeIfAbsent(id, name -> PartCipher.newDataKey());
  }
}
