package de.amtsbote.gateway.fitconnect.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import de.amtsbote.gateway.fitconnect.HandMadeJwe;
import de.amtsbote.gateway.fitconnect.TestJwk;
import de.amtsbote.gateway.simulator.fitconnect.SampleJwk;
import de.amtsbote.osci.spool.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we encrypt, another implementation opens, and the other way round. */
class JweTest {

  private static final byte[] FILE = TestJwk.decryption("key-1");
  private static final RsaJwk OWN = SampleJwk.read(FILE);
  private static final RsaJwk PUBLIC = TestJwk.published(FILE);
  private static final byte[] TEXT = "<antrag>Grüße</antrag>".getBytes(StandardCharsets.UTF_8);

  private final Spool spool = Spool.temporary();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 15, 16, 17, 24_575, 24_576, 24_577, 300_000, 5_000_000})
  void contentOfAnyLength_isOpenedByTheOther(int length) throws Exception {
    var content = noise(length);
    var writer = new JweWriter(PUBLIC, "application/xml", open(content), length);

    var compact = writer.open().readAllBytes();

    var other = JWEObject.parse(new String(compact, StandardCharsets.US_ASCII));
    other.decrypt(new RSADecrypter(OWN.privateKey()));
    assertThat(other.getPayload().toBytes()).isEqualTo(content);
    assertThat(compact).hasSize((int) writer.length());
    assertThat(writer.tag()).isEqualTo(other.getAuthTag().toString());
    assertThat(other.getHeader().getKeyID()).isEqualTo("key-1");
    assertThat(other.getHeader().getContentType()).isEqualTo("application/xml");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 24_577, 300_000, 5_000_000})
  void whatTheOtherEncrypted_isOpened(int length) throws Exception {
    var content = noise(length);
    var other = other(content, false);

    var jwe = Jwe.begin(in(other.serialize()));
    try (var opened = jwe.open(OWN, spool, length + 1L)) {
      assertThat(opened.readAll()).isEqualTo(content);
    }
    assertThat(jwe.kid()).isEqualTo("key-1");
    assertThat(jwe.tag()).isEqualTo(other.getAuthTag().toString());
  }

  @Test
  void zippedContent_isOpened() throws Exception {
    try (var opened = Jwe.begin(in(other(TEXT, true).serialize())).open(OWN, spool, 1000)) {
      assertThat(opened.readAll()).isEqualTo(TEXT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 30, 3000})
  void contentThatDoesNotInflate_isRefused(int length) {
    var zipped = HandMadeJwe.zipped("key-1", OWN.publicKey(), noise(length));

    assertThatThrownBy(() -> open(zipped))
        .isInstanceOf(JoseException.class)
        .hasMessageContaining("inflate");
  }

  @Test
  void zipBomb_isRefusedAtTheLimit() throws Exception {
    var bomb = other(new byte[1_000_000], true).serialize();

    assertThatThrownBy(() -> Jwe.begin(in(bomb)).open(OWN, spool, 10_000))
        .isInstanceOf(OversizeException.class);
  }

  @Test
  void oversizeContent_isRefused() throws Exception {
    var large = other(noise(10_001), false).serialize();

    assertThatThrownBy(() -> Jwe.begin(in(large)).open(OWN, spool, 10_000))
        .isInstanceOf(OversizeException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void changedSegment_isRefused(int segment) throws Exception {
    var parts = other(TEXT, false).serialize().split("\\.");
    var at = parts[segment].length() / 2;
    var changed = parts[segment].charAt(at) == 'A' ? 'B' : 'A';
    parts[segment] = parts[segment].substring(0, at) + changed + parts[segment].substring(at + 1);

    assertThatThrownBy(() -> open(String.join(".", parts))).isInstanceOf(JoseException.class);
  }

  @ParameterizedTest
  @CsvSource({"''", "a.b", "a.b.c.d.e", "....", "!!.b.c.d.e"})
  void otherText_isRefused(String text) {
    assertThatThrownBy(() -> open(text)).isInstanceOf(JoseException.class);
  }

  @Test
  void cutOffText_isRefused() throws Exception {
    var whole = other(TEXT, false).serialize();

    assertThatThrownBy(() -> open(whole.substring(0, whole.length() - 5)))
        .isInstanceOf(JoseException.class);
  }

  @Test
  void furtherSegment_isRefused() throws Exception {
    var whole = other(TEXT, false).serialize();

    assertThatThrownBy(() -> open(whole + ".AAAA")).isInstanceOf(JoseException.class);
  }

  @ParameterizedTest
  @CsvSource({"RSA-OAEP,A256GCM", "RSA1_5,A256GCM", "RSA-OAEP-256,A128CBC-HS256"})
  void otherAlgorithm_isRefused(String algorithm, String encryption) throws Exception {
    var header = new JWEHeader(JWEAlgorithm.parse(algorithm), EncryptionMethod.parse(encryption));
    var jwe = new JWEObject(header, new Payload(TEXT));
    jwe.encrypt(new RSAEncrypter(OWN.publicKey()));

    assertThatThrownBy(() -> open(jwe.serialize())).isInstanceOf(JoseException.class);
  }

  @Test
  void contentThatIsLongerThanItWasSaidToBe_isNotSent() throws Exception {
    var writer = new JweWriter(PUBLIC, "application/xml", open(noise(100)), 99);

    assertThatThrownBy(() -> writer.open().readAllBytes()).isInstanceOf(JoseException.class);
  }

  @Test
  void secondReading_givesTheSame() throws Exception {
    var writer = new JweWriter(PUBLIC, "application/xml", open(TEXT), TEXT.length);

    assertThat(writer.open().readAllBytes()).isEqualTo(writer.open().readAllBytes());
  }

  private void open(String compact) throws IOException {
    Jwe.begin(in(compact)).open(OWN, spool, 10_000).close();
  }

  private static JWEObject other(byte[] content, boolean zipped) throws Exception {
    var header =
        new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
            .keyID("key-1")
            .contentType("application/json");
    if (zipped) {
      header.compressionAlgorithm(CompressionAlgorithm.DEF);
    }
    var jwe = new JWEObject(header.build(), new Payload(content));
    jwe.encrypt(new RSAEncrypter(OWN.publicKey()));
    return jwe;
  }

  private static byte[] noise(int length) {
    var noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  private static JweWriter.Content open(byte[] content) {
    return () -> new ByteArrayInputStream(content);
  }

  private static ByteArrayInputStream in(String compact) {
    return new ByteArrayInputStream(compact.getBytes(StandardCharsets.US_ASCII));
  }
}
