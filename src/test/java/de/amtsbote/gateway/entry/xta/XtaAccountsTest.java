package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.entry.xta.soap.Peer;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose account a certificate proves, shown in the connection or named by a trusted proxy. */
class XtaAccountsTest {

  private static final String PROXY = "192.0.2.1";

  private final XtaAccounts accounts =
      new XtaAccounts(
          Map.of(
              "portal", account(TestXta.PORTAL.certificate(), false),
              "abgelaufen", account(TestXta.EXPIRED.certificate(), false),
              "gesperrt", account(TestXta.LOCKED.certificate(), true)),
          new ProxyCertificates(List.of(PROXY)),
          Clock.systemUTC());

  @Test
  void certificateOfTheConnection_isTheAccount() {
    assertThat(accounts.of(shown(TestXta.PORTAL.certificate())).name()).isEqualTo("portal");
  }

  @Test
  void certificateThatATrustedProxyNames_isTheAccount() {
    var peer = vouched(PROXY, pem(TestXta.PORTAL.certificate()));

    assertThat(accounts.of(peer).name()).isEqualTo("portal");
  }

  @Test
  void certificateThatHasExpired_isRefusedAsSuch() {
    assertRefused(shown(TestXta.EXPIRED.certificate()), XtaError.CERTIFICATE_EXPIRED);
    assertRefused(vouched(PROXY, pem(TestXta.EXPIRED.certificate())), XtaError.CERTIFICATE_EXPIRED);
  }

  @Test
  void lockedAccount_isRefusedAsSuch() {
    assertRefused(shown(TestXta.LOCKED.certificate()), XtaError.ACCOUNT_LOCKED);
  }

  @Test
  void certificateOfNobody_hasNoAccount() {
    assertRefused(shown(TestXta.STRANGER.certificate()), XtaError.ACCOUNT_UNKNOWN);
  }

  @Test
  void callerWithoutCertificate_hasNoAccount() {
    assertRefused(vouched(PROXY), XtaError.ACCOUNT_UNKNOWN);
  }

  @Test
  void headerOfAnybodyElse_provesNothing() {
    var peer = vouched("192.0.2.9", pem(TestXta.PORTAL.certificate()));

    assertRefused(peer, XtaError.ACCOUNT_UNKNOWN);
  }

  @Test
  void proxyThatNamesTwoCertificates_isNotBelieved() {
    var one = pem(TestXta.PORTAL.certificate());

    assertRefused(vouched(PROXY, one, one), XtaError.ACCOUNT_UNKNOWN);
  }

  @Test
  void proxyThatNamesNoCertificate_isNotBelieved() {
    assertRefused(vouched(PROXY, "kein Zertifikat"), XtaError.ACCOUNT_UNKNOWN);
  }

  private void assertRefused(Peer peer, XtaError error) {
    assertThatThrownBy(() -> accounts.of(peer))
        .isInstanceOfSatisfying(XtaException.class, it -> assertThat(it.error()).isEqualTo(error));
  }

  private static Peer shown(X509Certificate certificate) {
    return new Peer("192.0.2.7", certificate, List.of());
  }

  private static Peer vouched(String address, String... certificates) {
    return new Peer(address, null, List.of(certificates));
  }

  private static String pem(X509Certificate certificate) {
    try {
      var base64 = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
      var pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
      return URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static XtaServerProperties.Account account(X509Certificate certificate, boolean locked) {
    try {
      return new XtaServerProperties.Account(
          "stadt",
          Set.of(de.amtsbote.gateway.message.Sha256.hex(certificate.getEncoded())),
          Set.of("gae:1"),
          Set.of(),
          locked,
          null,
          null,
          false);
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
