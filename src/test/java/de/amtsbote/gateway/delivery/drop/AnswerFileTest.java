package de.amtsbote.gateway.delivery.drop;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.delivery.mailbox.ProcessingStatus;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFileTest {

  private static final String ID = "0192f0c1-0000-4000-8000-000000000001";

  @Test
  void nameOfADelivery_isAnAnswer() {
    assertThat(AnswerFile.of(item(ID + ".accepted")))
        .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(ProcessingStatus.PROCESSED));
    assertThat(AnswerFile.of(item(ID + ".rejected")))
        .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(ProcessingStatus.REJECTED));
  }

  /** As systems write names that know no case. */
  @Test
  void nameInCapitals_isAnAnswer() {
    assertThat(AnswerFile.of(item("0192F0C1-0000-4000-8000-00000000000A.REJECTED")))
        .hasValueSatisfying(
            it -> {
              assertThat(it.id()).hasToString("0192f0c1-0000-4000-8000-00000000000a");
              assertThat(it.status()).isEqualTo(ProcessingStatus.REJECTED);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".accepted",
        "x.accepted",
        "0192f0c1-0000-4000-8000-00000000001.accepted",
        "../0192f0c1-0000-4000-8000-000000000001.accepted",
        "0192f0c1-0000-4000-8000-000000000001.accepted.tmp",
        "0192f0c1-0000-4000-8000-000000000001.ready",
        "0192f0c1-0000-4000-8000-000000000001"
      })
  void otherNames_areNone(String name) {
    assertThat(AnswerFile.of(item(name))).isEmpty();
  }

  @Test
  void folder_isNone() {
    assertThat(AnswerFile.of(new DropPlace.Item(ID + ".accepted", true, 0, "now"))).isEmpty();
  }

  @Test
  void reason_isOneHarmlessLine() {
    assertThat(reason("  Der Plan\r\nfehlt.\u202e\u0007  ")).isEqualTo("Der Plan fehlt.");
  }

  @Test
  void reason_isCutAtFiveHundredCharacters() {
    assertThat(reason("\uD83D\uDE00".repeat(700)).codePointCount(0, 1000)).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000\u0000\u0000", "x"})
  void noReason_isSaid(String text) {
    assertThat(reason(text)).isEqualTo("The procedure gave no reason.");
  }

  @Test
  void octetsThatAreNoText_doNoHarm() {
    assertThat(AnswerFile.reason(new byte[] {(byte) 0xff, (byte) 0xfe, 'N', 'e', 'i', 'n'}))
        .isEqualTo("Nein");
  }

  private static String reason(String text) {
    return AnswerFile.reason(text.getBytes(StandardCharsets.UTF_8));
  }

  private static DropPlace.Item item(String name) {
    return new DropPlace.Item(name, false, 0, "now");
  }
}
