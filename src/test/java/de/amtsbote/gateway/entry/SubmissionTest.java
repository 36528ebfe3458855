package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.XdemoSamples;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class SubmissionTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;
  Portal portal;

  @BeforeEach
  void portal() {
    portal = Portal.at(port);
  }

  @Test
  void xmlBody_isAnsweredWithReceiptAndLocation() throws Exception {
    var answer = portal.submit("<a/>");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo(Portal.PATH + "/" + answer.field("id"));
    assertThat(answer.field("state")).isEqualTo("RECEIVED");
    assertThat(answer.field("sha256"))
        .isEqualTo("29114363f749a0226b6988dda3ca2492a954117ab6b5f382706c20300dabc079");
    assertThat(answer.field("receivedAt")).endsWith("Z");
  }

  @Test
  void xmlBody_isStoredAsItCame() throws Exception {
    var xml = "<?xml version=\"1.0\"?>\r\n<a> ä\t</a>\n";

    var id = MessageId.parse(portal.submit(xml).field("id"));

    try (var content = store.open(id, 0)) {
      assertThat(content.readAllBytes()).isEqualTo(xml.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void readerAndService_canBeGivenAsHeaders() throws Exception {
    var location =
        portal
            .submit("<a/>", "Amtsbote-Reader", "psw:01003110", "Amtsbote-Service", "zeugnis")
            .header("Location");

    var message = portal.get(location);
    assertThat(message.field("reader")).isEqualTo("psw:01003110");
    assertThat(message.field("service")).isEqualTo("zeugnis");
  }

  @Test
  void multipart_isStoredPartByPart() throws Exception {
    var location =
        portal
            .submitMultipart(
                """
                --cut
                Content-Disposition: form-data; name="payload"; filename="antrag.xml"
                Content-Type: application/xml

                <a/>
                --cut
                Content-Disposition: form-data; name="attachment"; filename*=UTF-8''Lageplan%20S%C3%BCd.pdf
                Content-Type: application/pdf

                %PDF-1.7
                --cut
                Content-Disposition: form-data; name="reader"

                psw:1
                --cut
                Content-Disposition: form-data; name="service"

                bau
                --cut--
                """)
            .header("Location");

    var message = portal.get(location).json();
    assertThat(message.path("reader").asString()).isEqualTo("psw:1");
    assertThat(message.path("service").asString()).isEqualTo("bau");
    var attachment = message.path("parts").get(1);
    assertThat(attachment.path("name").asString()).isEqualTo("Lageplan Süd.pdf");
    assertThat(attachment.path("role").asString()).isEqualTo("ATTACHMENT");
    assertThat(attachment.path("size").asInt()).isEqualTo(8);
    assertThat(message.path("parts").get(0).path("name").asString()).isEqualTo("antrag.xml");
  }

  @Test
  void multipartMixed_isTakenToo() throws Exception {
    var body =
        """
        preamble
        --cut
        Content-Disposition: attachment; name="payload"

        <a/>
        --cut--
        """
            .replace("\n", "\r\n");

    var answer =
        portal.post(
            Portal.PATH,
            BodyPublishers.ofString(body),
            "Content-Type",
            "multipart/mixed; boundary=\"cut\"");

    assertThat(answer.status()).isEqualTo(202);
  }

  @Test
  void pathInAFileName_isCutOff() throws Exception {
    var location =
        portal
            .submitMultipart(
                """
                --cut
                Content-Disposition: form-data; name="payload"

                <a/>
                --cut
                Content-Disposition: form-data; name="attachment"; filename="../../etc/passwd"

                x
                --cut--
                """)
            .header("Location");

    assertThat(portal.get(location).json().path("parts").get(1).path("name").asString())
        .isEqualTo("passwd");
  }

  @Test
  void repeatedSubmission_isAnsweredWithTheFirstReceipt() throws Exception {
    var first = portal.submit("<a/>", "Idempotency-Key", "rest-1");

    var second = portal.submit("<a/>", "Idempotency-Key", "rest-1");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void keyUsedForOtherContent_isRefusedAndNamesTheFirstMessage() throws Exception {
    var first = portal.submit("<a/>", "Idempotency-Key", "rest-2");

    var second = portal.submit("<b/>", "Idempotency-Key", "rest-2");

    Refusal.assertProblem(second, ErrorCode.IDEMPOTENCY_CONFLICT);
    assertThat(second.field("detail")).contains(first.field("id"));
    assertThat(second.json().at("/conflict/first/id").asString()).isEqualTo(first.field("id"));
  }

  @Test
  void sameKeyOfAnotherAccount_isAnotherMessage() throws Exception {
    var first = portal.submit("<a/>", "Idempotency-Key", "rest-3");

    var second =
        new Portal(port, TestGateway.OTHER_TENANT).submit("<b/>", "Idempotency-Key", "rest-3");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.field("id")).isNotEqualTo(first.field("id"));
  }

  @Test
  void otherContentUnderTheSameXoevUuid_isRefusedWithBothReceipts() throws Exception {
    var payload = XdemoSamples.message(UUID.randomUUID());
    var first = portal.submit(payload).json();

    var second = portal.submit(payload + "<!-- altered -->");

    Refusal.assertProblem(second, ErrorCode.XOEV_UUID_CONFLICT);
    assertThat(second.status()).isEqualTo(409);
    var conflict = second.json().path("conflict");
    assertThat(conflict.at("/first/id")).isEqualTo(first.path("id"));
    assertThat(conflict.at("/first/receivedAt")).isEqualTo(first.path("receivedAt"));
    assertThat(conflict.at("/first/sha256")).isEqualTo(first.path("sha256"));
    assertThat(conflict.at("/refused/id").asString()).matches("[0-9a-f-]{36}");
    assertThat(conflict.at("/refused/receivedAt").asString()).isNotEmpty();
    assertThat(conflict.at("/refused/sha256").asString()).matches("[0-9a-f]{64}");
    assertThat(conflict.at("/refused/sha256")).isNotEqualTo(first.path("sha256"));
  }

  @Test
  void sameXoevMessageWithoutAKey_isAnsweredWithTheFirstReceipt() throws Exception {
    var payload = XdemoSamples.message(UUID.randomUUID());

    var first = portal.submit(payload);
    var second = portal.submit(payload);

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.text()).isEqualTo(first.text());
  }
}
