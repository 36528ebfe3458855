package de.amtsbote.osci.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.KeyTransport;
import de.amtsbote.osci.crypto.KeyTransports;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.crypto.Signatures;
import de.amtsbote.osci.testpki.TestPki;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.UnrecoverableKeyException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Pkcs11KeysTest {

  private static final byte[] DATA = "SignedInfo".getBytes(StandardCharsets.UTF_8);
  private static Pkcs11Token token;

  @BeforeAll
  static void openToken() throws Exception {
    var pki = TestPki.root("Token CA");
    token = SoftHsm.with(List.of(pki.signer("signer"), pki.reader("reader")));
  }

  @ParameterizedTest
  @EnumSource(
      value = SignatureAlgorithm.class,
      names = {"RSA_SHA256", "RSA_SHA512", "RSA_PSS_SHA256", "RSA_PSS_SHA512"})
  void whatTheTokenSigns_verifies(SignatureAlgorithm algorithm) throws Exception {
    var key = token.key("signer");

    var value = key.sign(algorithm, DATA);

    assertThat(Signatures.verify(algorithm, key.certificate().getPublicKey(), DATA, value))
        .isTrue();
  }

  static Stream<KeyTransport> transports() {
    return Stream.of(
        KeyTransport.OAEP_SHA256,
        KeyTransport.OAEP_SHA512,
        KeyTransport.RSA_1_5,
        new KeyTransport(
            KeyTransport.Method.RSA_OAEP, DigestAlgorithm.SHA256, DigestAlgorithm.SHA1));
  }

  @ParameterizedTest
  @MethodSource("transports")
  void keysWrappedForTheToken_areUnwrapped(KeyTransport transport) throws Exception {
    var key = token.key("reader");
    var random = new Random(3);
    for (int i = 0; i < 20; i++) {
      var secret = new byte[32];
      random.nextBytes(secret);
      var wrapped = KeyTransports.wrap(transport, key.certificate().getPublicKey(), secret);

      assertThat(key.decryptKey(transport, wrapped)).isEqualTo(secret);
    }
  }

  @Test
  void keyWrappedForSomebodyElse_isRefused() throws Exception {
    var other = token.key("signer").certificate().getPublicKey();
    var wrapped = KeyTransports.wrap(KeyTransport.OAEP_SHA256, other, new byte[32]);

    assertThatThrownBy(() -> token.key("reader").decryptKey(KeyTransport.OAEP_SHA256, wrapped))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void unknownLabel_isAnError() {
    assertThatThrownBy(() -> token.key("nobody")).isInstanceOf(UnrecoverableKeyException.class);
  }

  @Test
  void methodOfAnotherKeyType_isRefused() {
    assertThatThrownBy(() -> token.key("signer").sign(SignatureAlgorithm.ECDSA_SHA256, DATA))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
