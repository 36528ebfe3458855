package de.amtsbote.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.testpki.TestIdentity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a delivery with mutual TLS speaks to, and who lets it in. */
class HttpPostTlsTest {

  @TempDir Path folder;
  private final List<String> callers = new CopyOnWriteArrayList<>();
  private HttpsServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void trustedReceiver_getsTheMessageUnderOurCertificate() throws Exception {
    start(TestTls.SERVER);

    post(TestTls.CALLER).handOver(Handovers.of("d-1"));

    assertThat(callers).singleElement().asString().contains("caller");
  }

  @Test
  void probe_isAnsweredByATrustedReceiver() throws Exception {
    start(TestTls.SERVER);

    post(TestTls.CALLER).probe();

    assertThat(callers).hasSize(1);
  }

  @Test
  void receiverOfAForeignAuthority_getsNothing() throws Exception {
    start(TestTls.FOREIGN_SERVER);

    assertRefused(post(TestTls.CALLER));
  }

  @Test
  void receiverWithACertificateOfAnotherHost_getsNothing() throws Exception {
    start(TestTls.OTHER_HOST);

    assertRefused(post(TestTls.CALLER));
  }

  @Test
  void ourCertificateOfAForeignAuthority_isNotLetIn() throws Exception {
    start(TestTls.SERVER);

    assertRefused(post(TestTls.FOREIGN_CALLER));
  }

  @Test
  void noCertificate_isNotLetIn() throws Exception {
    start(TestTls.SERVER);

    assertRefused(post(null));
  }

  @Test
  void trustOfTheJdk_isNotAskedBeside() throws Exception {
    start(TestTls.SERVER);
    var settings = DeliveryTestSettings.of("kind", "http", "url", address());

    assertRefused(new HttpPost("amt", settings, TestTls.sender(settings), null));
  }

  @Test
  void aliasThatIsNotThere_isNamedAtTheStart() throws Exception {
    start(TestTls.SERVER);

    assertThatThrownBy(() -> post(TestTls.CALLER, "other"))
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.KEY_MISSING));
  }

  private void assertRefused(HttpPost post) {
    assertThatThrownBy(() -> post.handOver(Handovers.of("d-1")))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> assertThat(it.code()).isEqualTo(ErrorCode.DELIVERY_UNAVAILABLE));
    assertThatThrownBy(post::probe).isInstanceOf(GatewayException.class);
    assertThat(callers).isEmpty();
  }

  private HttpPost post(TestIdentity own) throws Exception {
    return post(own, "tls");
  }

  private HttpPost post(TestIdentity own, String alias) throws Exception {
    var trust = TestTls.trust(folder);
    var settings =
        own == null
            ? DeliveryTestSettings.of("kind", "http", "url", address(), "tls.trust", trust)
            : DeliveryTestSettings.of(
                "kind",
                "http",
                "url",
                address(),
                "tls.trust",
                trust,
                "tls.key-store",
                TestTls.keyStore(folder, own),
                "tls.password-file",
                TestTls.password(folder),
                "tls.alias",
                alias);
    return new HttpPost("amt", settings, TestTls.sender(settings), null);
  }

  private String address() {
    return "https://localhost:" + server.getAddress().getPort() + "/in";
  }

  private void start(TestIdentity identity) throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var context = TestTls.receiver(identity);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {

          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext(
        "/in",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          var session = ((HttpsExchange) exchange).getSSLSession();
          callers.add(session.getPeerPrincipal().getName());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }
}
