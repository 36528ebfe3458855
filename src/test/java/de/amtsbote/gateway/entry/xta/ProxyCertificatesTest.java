package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestXta;
import de.amtsbote.gateway.entry.xta.soap.Peer;
import de.amtsbote.osci.testpki.TestIdentity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose certificate counts where a proxy stands before the gateway. */
class ProxyCertificatesTest {

  private static final String PROXY = "192.0.2.1";

  private final XtaAccounts accounts =
      new XtaAccounts(Map.of(), new ProxyCertificates(List.of(PROXY)), Clock.systemUTC());

  @Test
  void proxyThatShowsACertificateItself_isNotTakenForTheCaller() throws Exception {
    assertThat(counts(PROXY, TestXta.STRANGER, named(TestXta.PORTAL)))
        .isEqualTo(TestXta.PORTAL.certificate());
  }

  @Test
  void callerThatIsNoProxy_namesNobodyElse() throws Exception {
    assertThat(counts("192.0.2.2", TestXta.STRANGER, named(TestXta.PORTAL)))
        .isEqualTo(TestXta.STRANGER.certificate());
  }

  @Test
  void proxyThatNamesNobody_isTheCaller() {
    assertThat(counts(PROXY, TestXta.STRANGER)).isEqualTo(TestXta.STRANGER.certificate());
  }

  private X509Certificate counts(String address, TestIdentity shown, String... named) {
    return accounts.certificate(new Peer(address, shown.certificate(), List.of(named)));
  }

  private static String named(TestIdentity caller) throws Exception {
    var pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(caller.certificate().getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    return URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
