package de.amtsbote.osci.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.testing.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Encryption in a stream is that of the runtime in one call, whatever the length. */
class ContentCipherPropertyTest {

  /** Around the sizes at which pieces and ways change. */
  @Provide
  Arbitrary<Integer> lengths() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 100),
        Arbitraries.of(32 * 1024, 64 * 1024, 256 * 1024, 256 * 1024 - 16, 320 * 1024)
            .flatMap(edge -> Arbitraries.integers().between(edge - 20, edge + 20)));
  }

  private static byte[] octets(int length, long seed) {
    byte[] octets = new byte[length];
    new Random(seed).nextBytes(octets);
    return octets;
  }

  private static byte[] inOneCall(CipherAlgorithm algorithm, byte[] key, byte[] vector, byte[] text)
      throws GeneralSecurityException {
    boolean gcm = algorithm.mode() == CipherAlgorithm.Mode.GCM;
    Cipher cipher =
        Cipher.getInstance(
            algorithm.keyAlgorithm() + (gcm ? "/GCM/NoPadding" : "/CBC/PKCS5Padding"));
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, algorithm.keyAlgorithm()),
        gcm ? new GCMParameterSpec(128, vector) : new IvParameterSpec(vector));
    byte[] encrypted = cipher.doFinal(text);
    byte[] all = Arrays.copyOf(vector, vector.length + encrypted.length);
    System.arraycopy(encrypted, 0, all, vector.length, encrypted.length);
    return all;
  }

  private static byte[] decrypt(ContentCipher cipher, byte[] key, byte[] all)
      throws IOException, GeneralSecurityException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    cipher.decrypt(key, new ByteArrayInputStream(all), plain);
    return plain.toByteArray();
  }

  @Property(tries = 150, seed = Samples.SEED)
  void text_isEncryptedAsInOneCallAndDecryptedAgain(
      @ForAll CipherAlgorithm algorithm,
      @ForAll boolean longVector,
      @ForAll("lengths") int length,
      @ForAll long seed)
      throws IOException, GeneralSecurityException {
    ContentCipher cipher = new ContentCipher(algorithm, longVector ? 16 : 12);
    byte[] key = cipher.newKey();
    byte[] vector = cipher.newVector();
    byte[] text = octets(length, seed);

    byte[] encrypted = cipher.encrypt(key, vector, new ByteArrayInputStream(text)).readAllBytes();

    assertThat(encrypted).isEqualTo(inOneCall(algorithm, key, vector, text));
    assertThat(encrypted).hasSize((int) cipher.encryptedLength(length));
    assertThat(decrypt(cipher, key, encrypted)).isEqualTo(text);
  }

  @Property(tries = 100, seed = Samples.SEED)
  void changedOrShortenedGcm_isRefused(
      @ForAll boolean longVector,
      @ForAll("lengths") int length,
      @ForAll @IntRange(min = 0) int place,
      @ForAll boolean shortened)
      throws IOException, GeneralSecurityException {
    ContentCipher cipher = new ContentCipher(CipherAlgorithm.AES256_GCM, longVector ? 16 : 12);
    byte[] key = cipher.newKey();
    byte[] encrypted =
        inOneCall(CipherAlgorithm.AES256_GCM, key, cipher.newVector(), octets(length, place));
    int at = place % encrypted.length;
    byte[] damaged = shortened ? Arrays.copyOf(encrypted, at) : encrypted.clone();
    if (!shortened) {
      damaged[at] ^= 1;
    }

    assertThatThrownBy(() -> decrypt(cipher, key, damaged))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Property(tries = 60, seed = Samples.SEED)
  void counterThatWrapsRound_isFollowed(
      @ForAll @IntRange(min = 0, max = 17) int blocksBefore, @ForAll long seed)
      throws IOException, GeneralSecurityException {
    byte[] key = octets(32, seed);
    byte[] vector = GcmVectors.withCounter(key, -1 - blocksBefore);
    byte[] text = octets(300, seed + 1);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    byte[] encrypted = inOneCall(CipherAlgorithm.AES256_GCM, key, vector, text);

    new GcmDecryption(new SecretKeySpec(key, "AES"), vector, new byte[0])
        .decrypt(new ByteArrayInputStream(encrypted, 16, encrypted.length - 16), plain);

    assertThat(plain.toByteArray()).isEqualTo(text);
  }
}
