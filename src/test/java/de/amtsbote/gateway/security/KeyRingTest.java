package de.amtsbote.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.WrappedKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

  @TempDir Path directory;

  @Test
  void wrappedKey_opensAgain() throws Exception {
    var ring = ring("payload-1");
    var dataKey = aes(256);

    var wrapped = ring.wrap(dataKey);

    assertThat(wrapped.keyId()).isEqualTo("payload-1");
    assertThat(wrapped.bytes()).isNotEqualTo(dataKey.getEncoded());
    assertThat(ring.unwrap(wrapped)).isEqualTo(dataKey);
  }

  @Test
  void keyWrappedBeforeTheChangeOfKeys_stillOpens() throws Exception {
    var dataKey = aes(256);
    var wrapped = ring("payload-1").wrap(dataKey);

    assertThat(ring("payload-2").unwrap(wrapped)).isEqualTo(dataKey);
  }

  @Test
  void missingKey_isNamed() throws Exception {
    assertThatThrownBy(() -> ring("payload-1").unwrap(new WrappedKey("lost", new byte[40])))
        .hasMessageContaining("lost")
        .extracting("code")
        .isEqualTo(ErrorCode.KEY_MISSING);
  }

  @Test
  void missingCurrentKey_isNoticedAtStart() {
    assertThatThrownBy(() -> ring("absent")).extracting("code").isEqualTo(ErrorCode.KEY_MISSING);
  }

  @Test
  void shortCurrentKey_isNoticedAtStart() {
    assertThatThrownBy(() -> ring("short")).extracting("code").isEqualTo(ErrorCode.KEY_MISSING);
  }

  @Test
  void changedWrappedKey_isNoticed() throws Exception {
    var ring = ring("payload-1");
    var wrapped = ring.wrap(aes(256));
    wrapped.bytes()[3] ^= 1;

    assertThatThrownBy(() -> ring.unwrap(wrapped))
        .extracting("code")
        .isEqualTo(ErrorCode.PART_DAMAGED);
  }

  @Test
  void newRing_isMadeOnceAndReadableByItsOwnerOnly() throws Exception {
    var file = directory.resolve(NewKeyRing.FILE);
    NewKeyRing.ensure(directory, "payload-1");
    var bytes = Files.readAllBytes(file);

    NewKeyRing.ensure(directory, "payload-1");

    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    assertThat(KeyRingFile.in(directory, new KeyFiles(false)).keys()).containsOnlyKeys("payload-1");
    var owner = PosixFilePermissions.fromString("rw-------");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(owner);
    assertThat(Files.getPosixFilePermissions(directory.resolve(NewKeyRing.PASSWORD_FILE)))
        .isEqualTo(owner);
  }

  @Test
  void keyAddedWhileTheGatewayRuns_isFound() throws Exception {
    NewKeyRing.ensure(directory, "payload-1");
    var file = KeyRingFile.in(directory, new KeyFiles(false));
    var running = file.wrapper("payload-1");
    var dataKey = aes(256);

    file.add("payload-2");

    var wrappedByAnotherNode = file.wrapper("payload-2").wrap(dataKey);
    assertThat(running.unwrap(wrappedByAnotherNode)).isEqualTo(dataKey);
  }

  private static KeyStore store;

  private static KeyRing ring(String current) throws Exception {
    if (store == null) {
      store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("payload-1", aes(256), "secret".toCharArray(), null);
      store.setKeyEntry("payload-2", aes(256), "secret".toCharArray(), null);
      store.setKeyEntry("short", aes(128), "secret".toCharArray(), null);
    }
    var keys = KeyRingFile.keys(store, "secret".toCharArray());
    return new KeyRing(() -> keys, current);
  }

  private static SecretKey aes(int bits) throws Exception {
    var generator = KeyGenerator.getInstance("AES");
    generator.init(bits);
    return generator.generateKey();
  }
}
