package de.amtsbote.gateway.message;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Wraps data keys under a key of this JVM. */
final class TestKeys implements KeyWrapper {

  private static final SecretKey KEY = PartCipher.newDataKey();

  @Override
  public WrappedKey wrap(SecretKey dataKey) {
    try {
      var cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.WRAP_MODE, KEY);
      return new WrappedKey("test", cipher.wrap(dataKey));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public SecretKey unwrap(WrappedKey wrapped) {
    try {
      var cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.UNWRAP_MODE, KEY);
      return (SecretKey) cipher.unwrap(wrapped.bytes(), "AES", Cipher.SECRET_KEY);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
