package de.amtsbote.gateway.entry.scan;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.VirusScanner;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** A scanner that goes away, and whose fault that is. */
class SuspectsTest {

  private boolean there = true;
  private final Suspects suspects = new Suspects(new Scanner());

  @Test
  void contentAtWhichTheScannerGoesAwayThreeTimes_cannotBeJudged() {
    assertThat(goneAt("a")).isEqualTo(ErrorCode.SCANNER_UNAVAILABLE);
    assertThat(goneAt("a")).isEqualTo(ErrorCode.SCANNER_UNAVAILABLE);
    assertThat(goneAt("a")).isEqualTo(ErrorCode.CONTENT_UNSCANNABLE);
  }

  @Test
  void scannerThatIsAwayAllTheTime_saysNothingOfTheContent() {
    there = false;
    for (var i = 0; i < 10; i++) {
      assertThat(goneAt("a")).isEqualTo(ErrorCode.SCANNER_UNAVAILABLE);
    }
  }

  @Test
  void otherContent_isCountedForItself() {
    goneAt("a");
    goneAt("b");
    goneAt("a");

    assertThat(goneAt("b")).isEqualTo(ErrorCode.SCANNER_UNAVAILABLE);
  }

  @Test
  void contentThatIsJudgedInTheMeantime_isForgotten() {
    goneAt("a");
    goneAt("a");
    assertThat(suspects.<String, RuntimeException>show("a", () -> "clean")).isEqualTo("clean");

    assertThat(goneAt("a")).isEqualTo(ErrorCode.SCANNER_UNAVAILABLE);
  }

  private ErrorCode goneAt(String id) {
    try {
      return suspects.<ErrorCode, RuntimeException>show(
          id,
          () -> {
            throw new GatewayException(ErrorCode.SCANNER_UNAVAILABLE, "hung up");
          });
    } catch (GatewayException e) {
      return e.code();
    }
  }

  private final class Scanner implements VirusScanner {

    @Override
    public InputStream scanned(InputStream content) {
      return content;
    }

    @Override
    public boolean isThere() {
      return there;
    }
  }
}
