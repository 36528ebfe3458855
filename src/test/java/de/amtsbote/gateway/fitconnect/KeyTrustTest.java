package de.amtsbote.gateway.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.nimbusds.jose.jwk.RSAKey;
import de.amtsbote.gateway.fitconnect.jose.JoseException;
import de.amtsbote.gateway.fitconnect.jose.RsaJwk;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.gateway.simulator.fitconnect.SampleJwk;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.trust.CertificateChecker;
import de.amtsbote.osci.trust.RevocationPolicy;
import de.amtsbote.osci.trust.TrustMaterial;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which keys of receivers are encrypted for, and believed. */
class KeyTrustTest {

  private static final TestPki ROOT = TestPki.root("Wurzel");
  private static final TestPki AUTHORITY = ROOT.intermediate("Stadt-CA");
  private static final Clock CLOCK = Clock.fixed(TestPki.NOW, ZoneOffset.UTC);

  @Test
  void keyWithACertificateOfTheAuthority_isTrusted() throws Exception {
    var chain = chain(certificate(AUTHORITY, KeyUsage.keyEncipherment));

    assertThatCode(() -> encrypts(trust(), key(chain))).doesNotThrowAnyException();
  }

  @Test
  void certificateOfTheAuthorityBetween_isNeededInTheKey() throws Exception {
    var leaf = certificate(AUTHORITY, KeyUsage.keyEncipherment);

    isRefused(() -> encrypts(trust(), key(leaf)), "UNKNOWN_CA");
  }

  @Test
  void keyOfAnUnknownAuthority_isRefused() throws Exception {
    var foreign = TestPki.root("Fremde");
    var leaf = certificate(foreign, KeyUsage.keyEncipherment);

    isRefused(() -> encrypts(trust(), key(leaf, foreign.certificate())), "UNKNOWN_CA");
  }

  @Test
  void keyWithoutACertificate_isRefused() {
    isRefused(() -> encrypts(trust(), key()), "key-thumbprints");
  }

  @Test
  void keyWhoseThumbprintIsConfigured_needsNoCertificate() throws Exception {
    var key = key();

    assertThatCode(() -> trust().requireEncryption("amt", receiver(Set.of(key.thumbprint())), key))
        .doesNotThrowAnyException();
  }

  @Test
  void expiredCertificate_isRefused() throws Exception {
    var spec =
        AUTHORITY
            .spec("Amt", TestJwk.pair())
            .usage(KeyUsage.keyEncipherment)
            .valid("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z");

    isRefused(
        () -> encrypts(trust(), key(chain(AUTHORITY.identity(spec).certificate()))), "EXPIRED");
  }

  @Test
  void certificateForSignatures_isNotEncryptedFor() throws Exception {
    var chain = chain(certificate(AUTHORITY, KeyUsage.digitalSignature));

    isRefused(() -> encrypts(trust(), key(chain)), "WRONG_KEY_USAGE");
  }

  @Test
  void certificateForEncryption_signsNothing() throws Exception {
    var chain = chain(certificate(AUTHORITY, KeyUsage.keyEncipherment));
    var key = TestJwk.published(TestJwk.signing("amt", chain));

    isRefused(() -> trust().requireSignature("amt", receiver(Set.of()), key), "WRONG_KEY_USAGE");
  }

  @Test
  void revokedCertificate_isRefused() throws Exception {
    var leaf = certificate(AUTHORITY, KeyUsage.keyEncipherment);
    var trust =
        trust(
            RevocationPolicy.refuseWhenUnknown(),
            AUTHORITY.crl(TestPki.NOW, leaf),
            ROOT.crl(TestPki.NOW));

    isRefused(() -> encrypts(trust, key(chain(leaf))), "REVOKED");
  }

  @Test
  void revocationThatNobodyKnows_isAskedForLater() throws Exception {
    var key = key(chain(certificate(AUTHORITY, KeyUsage.keyEncipherment)));

    assertThatThrownBy(() -> encrypts(trust(RevocationPolicy.refuseWhenUnknown()), key))
        .asInstanceOf(type(GatewayException.class))
        .extracting(GatewayException::code)
        .isEqualTo(ErrorCode.REVOCATION_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"alg,PS512", "alg,RSA-OAEP", "key_ops,verify", "key_ops,decrypt"})
  void keyForAnotherUse_isNotEncryptedFor(String member, String value) throws Exception {
    var json = json();
    json.put(member, member.equals("key_ops") ? List.of(value) : value);

    isRefused(() -> encrypts(trust(), RsaJwk.of(tree(json))), "is not for wrapKey");
  }

  @ParameterizedTest
  @CsvSource({"alg", "key_ops"})
  void keyThatSaysNotWhatItIsFor_isNotEncryptedFor(String member) throws Exception {
    var json = json();
    json.remove(member);

    isRefused(() -> encrypts(trust(), RsaJwk.of(tree(json))), "is not for wrapKey");
  }

  @Test
  void certificateOfAnotherKey_isNoCertificate() throws Exception {
    var json = json();
    json.put("x5c", List.of(text(AUTHORITY.reader("Anderes Amt").certificate())));

    isNoKey(json, "certificate of another key");
  }

  @Test
  void thumbprintOfAnotherCertificate_isRefused() throws Exception {
    var json = json();
    json.put("x5c", List.of(text(certificate(AUTHORITY, KeyUsage.keyEncipherment))));
    json.put("x5t#S256", "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");

    isNoKey(json, "thumbprint of another certificate");
  }

  @ParameterizedTest
  @CsvSource({"AQ,exponent", "AAM,exponent", "AQAA,exponent"})
  void exponentThatIsNotUsed_isRefused(String exponent, String problem) {
    var json = json();
    json.put("e", exponent);

    isNoKey(json, problem);
  }

  /**
   * The example of RFC 7638, section 3.1, has 2048 bits; this is the same rule over another key.
   */
  @Test
  void thumbprint_isThatOfAnotherLibrary() throws Exception {
    var other = RSAKey.parse(JsonMapper.shared().writeValueAsString(json()));

    assertThat(key().thumbprint()).isEqualTo(other.computeThumbprint().toString());
  }

  private static void encrypts(KeyTrust trust, RsaJwk key) {
    trust.requireEncryption("amt", receiver(Set.of()), key);
  }

  private static void isRefused(ThrowingCallable use, String problem) {
    assertThatThrownBy(use)
        .asInstanceOf(type(GatewayException.class))
        .satisfies(it -> assertThat(it.code()).isEqualTo(ErrorCode.CERTIFICATE_REFUSED))
        .satisfies(it -> assertThat(it.details()).contains(problem));
  }

  private static void isNoKey(Map<String, Object> json, String problem) {
    assertThatThrownBy(() -> RsaJwk.of(tree(json)))
        .isInstanceOf(JoseException.class)
        .hasMessageContaining(problem);
  }

  private static X509Certificate certificate(TestPki pki, int usage) {
    return pki.identity(pki.spec("Amt", TestJwk.pair()).usage(usage)).certificate();
  }

  private static X509Certificate[] chain(X509Certificate leaf) {
    return new X509Certificate[] {leaf, AUTHORITY.certificate()};
  }

  private static RsaJwk key(X509Certificate... chain) {
    return TestJwk.published(TestJwk.decryption("amt", chain));
  }

  private static Map<String, Object> json() {
    return SampleJwk.published(SampleJwk.read(TestJwk.decryption("amt")));
  }

  private static JsonNode tree(Map<String, Object> json) {
    return JsonMapper.shared().valueToTree(json);
  }

  private static String text(X509Certificate certificate) throws Exception {
    return Base64.getEncoder().encodeToString(certificate.getEncoded());
  }

  private static KeyTrust trust() {
    return trust(RevocationPolicy.unchecked());
  }

  private static KeyTrust trust(RevocationPolicy policy, X509CRL... lists) {
    var material = new TrustMaterial(Set.of(ROOT.certificate()), List.of(), List.of(lists));
    return new KeyTrust(new OsciTrust(new CertificateChecker(material, policy, CLOCK)));
  }

  private static FitConnectProperties.Receiver receiver(Set<String> thumbprints) {
    return new FitConnectProperties.Receiver(
        "dienst", UUID.randomUUID(), "c", null, null, "n", null, null, thumbprints, null, null);
  }
}
