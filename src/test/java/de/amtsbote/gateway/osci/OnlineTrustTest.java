package de.amtsbote.gateway.osci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciProperties.Revocation;
import de.amtsbote.osci.testpki.CertificateSpec;
import de.amtsbote.osci.testpki.TestPki;
import de.amtsbote.osci.testpki.TickingClock;
import de.amtsbote.osci.trust.CertificateUse;
import de.amtsbote.osci.trust.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/**
 * The checks of certificates as the settings put them together, with responders on the loopback.
 */
class OnlineTrustTest {

  private static final TestPki CA = TestPki.root("Prüf-CA");

  @TempDir Path trust;
  private final TickingClock clock = new TickingClock(TestPki.NOW);
  private final Map<String, byte[]> answers = new HashMap<>();
  private final AtomicInteger questions = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    anchor("ca.cer", CA);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          questions.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          var answer = answers.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(
              answer == null ? 503 : 200, answer == null ? -1 : answer.length);
          if (answer != null) {
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void anchor(String name, TestPki ca) throws Exception {
    var anchors = Files.createDirectories(trust.resolve("anchors"));
    Files.write(anchors.resolve(name), ca.certificate().getEncoded());
  }

  private OsciTrust trust(Revocation rule, boolean online) throws IOException {
    var settings =
        new OsciProperties(
            null,
            Map.of(),
            trust,
            rule,
            new OsciProperties.Online(
                online, Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofMinutes(1)),
            new OsciProperties.Chunks(
                DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 1, Duration.ZERO),
            null,
            null);
    return new OsciTrust(new OsciConfiguration().certificateChecker(settings, clock));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private CertificateSpec spec() {
    return CA.spec("Autor").usage(KeyUsage.digitalSignature);
  }

  private static X509Certificate issue(CertificateSpec spec) {
    return CA.identity(spec).certificate();
  }

  private static void assertRefused(OsciTrust trust, X509Certificate certificate) {
    assertRefused(trust, certificate, ErrorCode.CERTIFICATE_REFUSED);
  }

  private static void assertRefused(OsciTrust trust, X509Certificate certificate, ErrorCode code) {
    assertThatThrownBy(() -> trust.require(certificate, CertificateUse.SIGNATURE, "a partner"))
        .isInstanceOfSatisfying(GatewayException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void certificateThatItsResponderCallsGood_isTrusted() throws Exception {
    var author = issue(spec().ocspResponder(address("/ocsp")));
    answers.put("/ocsp", CA.ocsp(author, TestPki.NOW, false));

    var report = trust(Revocation.REFUSE, true).require(author, CertificateUse.SIGNATURE, "it");

    assertThat(report.findings()).isEmpty();
  }

  @Test
  void certificateThatItsResponderCallsRevoked_isRefused() throws Exception {
    var author = issue(spec().ocspResponder(address("/ocsp")));
    answers.put("/ocsp", CA.ocsp(author, TestPki.NOW, true));

    assertRefused(trust(Revocation.WARN, true), author);
  }

  @Test
  void certificateOnTheListThatItNames_isRefused() throws Exception {
    var author = issue(spec().crlAt(address("/ca.crl")));
    answers.put("/ca.crl", CA.crl(TestPki.NOW, author).getEncoded());

    assertRefused(trust(Revocation.WARN, true), author);
  }

  @Test
  void answers_areKept() throws Exception {
    var author = issue(spec().crlAt(address("/ca.crl")));
    answers.put("/ca.crl", CA.crl(TestPki.NOW).getEncoded());
    var trust = trust(Revocation.REFUSE, true);

    trust.require(author, CertificateUse.SIGNATURE, "it");
    trust.require(author, CertificateUse.SIGNATURE, "it");

    assertThat(questions).hasValue(1);
  }

  @Test
  void responderThatIsDown_decidesByTheRule() throws Exception {
    var author = issue(spec().ocspResponder(address("/ocsp")));

    assertRefused(trust(Revocation.REFUSE, true), author, ErrorCode.REVOCATION_UNKNOWN);
    var report = trust(Revocation.WARN, true).require(author, CertificateUse.SIGNATURE, "it");
    assertThat(report.findings()).containsExactly(Finding.REVOCATION_UNKNOWN);
  }

  @Test
  void gatewayThatIsOffline_asksNobody() throws Exception {
    var author = issue(spec().ocspResponder(address("/ocsp")));
    answers.put("/ocsp", CA.ocsp(author, TestPki.NOW, false));

    assertRefused(trust(Revocation.REFUSE, false), author, ErrorCode.REVOCATION_UNKNOWN);
    assertThat(questions).hasValue(0);
  }

  @Test
  void listInTheTrustFolder_countsOffline() throws Exception {
    var author = issue(spec());
    var crls = Files.createDirectories(trust.resolve("crls"));
    Files.write(crls.resolve("ca.crl"), CA.crl(TestPki.NOW).getEncoded());

    var report = trust(Revocation.REFUSE, false).require(author, CertificateUse.SIGNATURE, "it");

    assertThat(report.findings()).isEmpty();
  }

  @Test
  void newAnchor_isTakenOverWithoutARestart() throws Exception {
    var other = TestPki.root("Andere CA");
    var author = other.signer("Autor").certificate();
    var trust = trust(Revocation.OFF, false);
    assertRefused(trust, author);

    anchor("other.cer", other);
    clock.advance(Duration.ofSeconds(11));

    assertThat(trust.require(author, CertificateUse.SIGNATURE, "it").trusted()).isTrue();
  }

  @Test
  void strangersCertificate_makesNobodyAskTheAddressesInIt() throws Exception {
    var stranger = TestPki.root("Fremde CA");
    var author =
        stranger
            .identity(
                stranger
                    .spec("Fremder")
                    .usage(KeyUsage.digitalSignature)
                    .ocspResponder(address("/ocsp")))
            .certificate();

    assertRefused(trust(Revocation.REFUSE, true), author);
    assertThat(questions).hasValue(0);
  }
}
