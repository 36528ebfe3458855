package de.amtsbote.gateway.directory.dvdv.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.directory.dvdv.DvdvTown;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.simulator.dvdv.DvdvDouble;
import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.net.URI;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may be spoken to, and who may speak. */
class TlsRefusalTest {

  private static final char[] PASSWORD = "secret".toCharArray();
  private static final int USAGE = KeyUsage.digitalSignature | KeyUsage.keyEncipherment;
  private static final TestPki PKI = DvdvTown.PKI;
  private static final TestIdentity SERVER =
      PKI.identity(PKI.spec("localhost").host("localhost").usage(USAGE));
  private static final TestIdentity CALLER = PKI.identity(PKI.spec("caller").usage(USAGE));
  private static final TestPki OTHERS = TestPki.root("Fremde CA");

  private final Client client = Client.of(0);
  private DvdvDouble server;

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void serverOfATrustedAuthority_isSpokenToWithOurCertificate() throws Exception {
    server = client.server(tls(SERVER, PKI), true);

    assertThat(ask(server.address(), tls(CALLER, PKI))).isEqualTo("2.15.0");
  }

  @Test
  void callerWithoutCertificate_isNotLetIn() throws Exception {
    server = client.server(tls(SERVER, PKI), true);

    assertRefused(server.address(), tls(null, PKI));
  }

  @Test
  void callerOfAForeignAuthority_isNotLetIn() throws Exception {
    server = client.server(tls(SERVER, PKI), true);

    assertRefused(server.address(), tls(OTHERS.identity(OTHERS.spec("fremd").usage(USAGE)), PKI));
  }

  @Test
  void serverOfAForeignAuthority_isNotSpokenTo() throws Exception {
    var foreign = OTHERS.identity(OTHERS.spec("localhost").host("localhost").usage(USAGE));
    server = client.server(tls(foreign, PKI), false);

    assertRefused(server.address(), tls(CALLER, PKI));
  }

  @Test
  void serverWithACertificateOfAnotherHost_isNotSpokenTo() throws Exception {
    server =
        client.server(
            tls(PKI.identity(PKI.spec("anders").host("anders.example").usage(USAGE)), PKI), false);

    assertRefused(server.address(), tls(CALLER, PKI));
  }

  private void assertRefused(URI address, SSLContext tls) {
    assertThatThrownBy(() -> ask(address, tls))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DIRECTORY_UNAVAILABLE));
    assertThat(server.calls()).isEmpty();
  }

  private String ask(URI address, SSLContext tls) {
    return client.http(List.of(address), tls, Duration.ofSeconds(5)).api().version().get("version");
  }

  private static SSLContext tls(TestIdentity identity, TestPki trusted) throws Exception {
    var own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    if (identity != null) {
      own.setKeyEntry("tls", identity.key(), PASSWORD, new Certificate[] {identity.certificate()});
    }
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(own, PASSWORD);
    var anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("ca", trusted.certificate());
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
    return context;
  }
}
