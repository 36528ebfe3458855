package de.amtsbote.gateway.fitconnect.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import de.amtsbote.gateway.fitconnect.TestJwk;
import de.amtsbote.gateway.simulator.fitconnect.SampleJwk;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTextTest {

  private static final byte[] FILE = TestJwk.signing("sign-1");
  private static final RsaJwk OWN = SampleJwk.read(FILE);
  private static final RsaJwk PUBLIC = TestJwk.published(FILE);
  private static final Map<String, String> CLAIMS = Map.of("iss", "somebody");

  @Test
  void signature_isGoodForTheOther() throws Exception {
    var other = JWSObject.parse(SignedText.sign(CLAIMS, OWN));

    assertThat(other.verify(new RSASSAVerifier(OWN.publicKey()))).isTrue();
    assertThat(other.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS512);
    assertThat(other.getHeader().getType()).isEqualTo(new JOSEObjectType("secevent+jwt"));
    assertThat(other.getHeader().getKeyID()).isEqualTo("sign-1");
  }

  @Test
  void signatureOfTheOther_isGood() throws Exception {
    var signed = SignedText.parse(other("PS512", "secevent+jwt"));

    assertThat(signed.isSignedBy(PUBLIC)).isTrue();
    assertThat(signed.claims().path("iss").asString()).isEqualTo("somebody");
  }

  @ParameterizedTest
  @CsvSource({"PS256,secevent+jwt", "PS384,secevent+jwt", "RS512,secevent+jwt", "PS512,JWT"})
  void otherAlgorithmOrType_isRefused(String algorithm, String type) throws Exception {
    var text = other(algorithm, type);

    assertThatThrownBy(() -> SignedText.parse(text)).isInstanceOf(JoseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "a.b.c", "..", "e30.e30.", "e30.e30.AAAA.AAAA"})
  void otherText_isRefused(String text) {
    assertThatThrownBy(() -> SignedText.parse(text)).isInstanceOf(JoseException.class);
  }

  @Test
  void unsignedText_isRefused() {
    var head = encoded("{\"alg\":\"none\",\"typ\":\"secevent+jwt\",\"kid\":\"sign-1\"}");

    assertThatThrownBy(() -> SignedText.parse(head + "." + encoded("{}") + "."))
        .isInstanceOf(JoseException.class);
  }

  @Test
  void changedClaims_makeTheSignatureBad() throws Exception {
    var parts = SignedText.sign(CLAIMS, OWN).split("\\.");
    var changed = parts[0] + "." + encoded("{\"iss\":\"other\"}") + "." + parts[2];

    assertThat(SignedText.parse(changed).isSignedBy(PUBLIC)).isFalse();
  }

  @Test
  void keyThatIsNotForSignatures_verifiesNothing() throws Exception {
    var encryption = TestJwk.published(TestJwk.decryption("sign-1"));

    assertThat(SignedText.parse(SignedText.sign(CLAIMS, OWN)).isSignedBy(encryption)).isFalse();
  }

  private static String other(String algorithm, String type) throws Exception {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
            .type(new JOSEObjectType(type))
            .keyID("sign-1")
            .build();
    var jws = new JWSObject(header, new Payload("{\"iss\":\"somebody\"}"));
    jws.sign(new RSASSASigner(OWN.privateKey()));
    return jws.serialize();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
