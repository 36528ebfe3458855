package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestClamd;
import de.amtsbote.gateway.message.ErrorCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the virus scanner finds, or cannot judge, is not taken from a portal. */
@GatewayTest
class InfectedContentTest {

  private static final String INFECTED = "<a>%s</a>".formatted(TestClamd.SIGNATURE);

  @LocalServerPort int port;
  @Autowired StoredMessages stored;

  @Test
  void infectedDocument_isRefused() throws Exception {
    stored.assertRefused(ErrorCode.CONTENT_INFECTED, () -> Portal.at(port).submit(INFECTED));
  }

  @Test
  void infectedAttachment_isRefused() throws Exception {
    stored.assertRefused(
        ErrorCode.CONTENT_INFECTED,
        () ->
            Portal.at(port)
                .submitMultipart(
                    """
                    --cut
                    Content-Disposition: form-data; name="payload"

                    <a/>
                    --cut
                    Content-Disposition: form-data; name="attachment"; filename="a.txt"

                    %s
                    --cut--
                    """
                        .formatted(TestClamd.SIGNATURE)));
  }

  @Test
  void refusal_namesWhatWasFoundAndNothingOfTheContent() throws Exception {
    var answer = Portal.at(port).submit(INFECTED);

    assertThat(answer.text()).contains("Test-Signature").doesNotContain(TestClamd.SIGNATURE);
  }

  @Test
  void keyOfARefusedMessage_isStillFree() throws Exception {
    var key = UUID.randomUUID().toString();
    Portal.at(port).submit(INFECTED, "Idempotency-Key", key);

    assertThat(Portal.at(port).submit("<a/>", "Idempotency-Key", key).status()).isEqualTo(202);
  }

  @Test
  void contentThatTheScannerCannotJudge_isRefusedUnderACodeOfItsOwn() throws Exception {
    stored.assertRefused(
        ErrorCode.CONTENT_UNSCANNABLE,
        () -> Portal.at(port).submit("<a>%s</a>".formatted(TestClamd.TOO_MUCH)));
  }

  @Test
  void contentOnWhichTheScannerGoesAway_mayComeAgain() throws Exception {
    stored.assertRefused(
        ErrorCode.SCANNER_UNAVAILABLE,
        () -> Portal.at(port).submit("<a>%s</a>".formatted(TestClamd.GONE)));
  }
}
