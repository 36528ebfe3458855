package de.amtsbote.gateway.entry.xta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestXta;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** Callers whose certificate does not let them in. */
@GatewayTest
class RefusedCertificateTest {

  @Autowired ServletWebServerApplicationContext gateway;

  @Test
  void callerWithoutCertificate_getsNoConnection() {
    assertThatThrownBy(() -> new XtaCaller(gateway, null).management(check()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void certificateOfAForeignAuthority_getsNoConnection() {
    assertThatThrownBy(() -> new XtaCaller(gateway, TestXta.FOREIGN).management(check()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void expiredCertificate_getsNoConnection() {
    assertThatThrownBy(() -> new XtaCaller(gateway, TestXta.EXPIRED).management(check()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void certificateOfNoAccount_isRefused() throws Exception {
    assertThat(new XtaCaller(gateway, TestXta.STRANGER).management(check()).fault())
        .isEqualTo("PermissionDeniedException 9012");
  }

  @Test
  void lockedAccount_isRefused() throws Exception {
    assertThat(new XtaCaller(gateway, TestXta.LOCKED).management(check()).fault())
        .isEqualTo("PermissionDeniedException 9011");
  }

  @Test
  void refusalOfAMessageWithParts_namesItsAction() throws Exception {
    var call = Soap.send(new Order(), "<a/>").part("p", new byte[3]).startInfo();

    assertThat(new XtaCaller(gateway, TestXta.STRANGER).send(call).value("Action"))
        .isEqualTo(Soap.XTA + "SendMessage");
  }

  @Test
  void plainConnector_knowsNoCaller() throws Exception {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + gateway.getWebServer().getPort() + "/xta/management"))
            .header("Content-Type", check().contentType())
            .POST(BodyPublishers.ofByteArray(check().octets()))
            .build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("PermissionDeniedException", ">9012<");
  }

  @Test
  void certificateInAHeader_isNotBelievedFromJustAnybody() throws Exception {
    var pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(TestXta.PORTAL.certificate().getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://localhost:" + gateway.getWebServer().getPort() + "/xta/management"))
            .header("Content-Type", check().contentType())
            .header("X-SSL-Client-Cert", URLEncoder.encode(pem, StandardCharsets.UTF_8))
            .POST(BodyPublishers.ofByteArray(check().octets()))
            .build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.body()).contains("PermissionDeniedException", ">9012<");
  }

  private static Soap check() {
    return Soap.call(Soap.XTA + "CheckAccountActive");
  }
}
