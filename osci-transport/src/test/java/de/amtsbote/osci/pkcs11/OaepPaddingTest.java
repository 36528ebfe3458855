package de.amtsbote.osci.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.testpki.TestKeys;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Random;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OaepPaddingTest {

  private static final KeyPair KEYS = TestKeys.rsa();

  @ParameterizedTest
  @CsvSource({"SHA-256, SHA-256", "SHA-512, SHA-512", "SHA-256, SHA-1", "SHA-1, SHA-1"})
  void whatTheJdkPadded_isUnpadded(String digest, String mask) throws Exception {
    var key = new byte[32];
    new Random(7).nextBytes(key);

    var unpadded =
        new OaepPadding(MessageDigest.getInstance(digest), MessageDigest.getInstance(mask))
            .remove(rawDecrypted(wrap(key, digest, mask)));

    assertThat(unpadded).isEqualTo(key);
  }

  @Test
  void emptyMessage_isUnpadded() throws Exception {
    assertThat(sha256().remove(rawDecrypted(wrap(new byte[0], "SHA-256", "SHA-256")))).isEmpty();
  }

  @Test
  void anyChangedOctet_isRefusedWithTheSameWords() throws Exception {
    var good = rawDecrypted(wrap(new byte[32], "SHA-256", "SHA-256"));
    for (int i = 0; i < good.length; i++) {
      var bad = good.clone();
      bad[i] ^= 0x40;
      assertThatThrownBy(() -> sha256().remove(bad))
          .isInstanceOf(BadPaddingException.class)
          .hasMessage("the key cannot be unwrapped");
    }
  }

  @Test
  void otherDigest_isRefused() throws Exception {
    var block = rawDecrypted(wrap(new byte[32], "SHA-512", "SHA-512"));

    assertThatThrownBy(() -> sha256().remove(block)).isInstanceOf(BadPaddingException.class);
  }

  private static OaepPadding sha256() throws Exception {
    return new OaepPadding(
        MessageDigest.getInstance("SHA-256"), MessageDigest.getInstance("SHA-256"));
  }

  private static byte[] wrap(byte[] key, String digest, String mask) throws Exception {
    var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        KEYS.getPublic(),
        new OAEPParameterSpec(
            digest, "MGF1", new MGF1ParameterSpec(mask), PSource.PSpecified.DEFAULT));
    return cipher.doFinal(key);
  }

  private static byte[] rawDecrypted(byte[] wrapped) {
    var key = (RSAPrivateKey) KEYS.getPrivate();
    var number = new BigInteger(1, wrapped).modPow(key.getPrivateExponent(), key.getModulus());
    var octets = number.toByteArray();
    var block = new byte[256];
    int kept = Math.min(octets.length, block.length);
    System.arraycopy(octets, octets.length - kept, block, block.length - kept, kept);
    return block;
  }
}
