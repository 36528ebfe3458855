package de.amtsbote.xoev.refused;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.ValidationReport;
import de.amtsbote.xoev.Verdict;
import de.amtsbote.xoev.report.ReportJson;
import de.amtsbote.xoev.validation.Limits;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages with random damage: always a report, never a failure, the same one each time. */
@Timeout(120)
class MutationTest {

  private static final int TURNS = 100;
  private static final ValidationOptions OPTIONS =
      ValidationOptions.ALL.within(Limits.DEFAULT.withTime(Duration.ofSeconds(20)));
  private static final String[] PIECES = {
    "<",
    ">",
    "&",
    "&#0;",
    "&#x10FFFF;",
    "]]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?x ?>",
    "<!DOCTYPE a>",
    "\u0000",
    "\uFEFF",
    "u\u0308",
    "\u0416",
    " xmlns=''",
    " xsi:nil='true'",
    "<a/>",
    "</a>",
    "'",
    "\"",
    "listURI=''",
    "\uD83D\uDE00",
    "0",
    "-1",
    "99999999999999999999",
    " ",
    "\n\n",
    "test='1'"
  };

  @ParameterizedTest
  @ValueSource(strings = {"0100/maximal.xml", "0200/full.xml", "0930/maximal.xml", "0990/full.xml"})
  void damagedMessage_alwaysGetsAReport(String sample) throws IOException {
    byte[] message = bytes(XDemo.sample("1.1", sample));
    var random = new Random(sample.hashCode());
    for (int turn = 0; turn < TURNS; turn++) {
      byte[] damaged = message;
      for (int wounds = 0; wounds <= random.nextInt(3); wounds++) {
        damaged = damaged(damaged, random);
      }
      ValidationReport report = Demo.validate(Content.of(damaged), OPTIONS);

      assertThat(report.verdict()).isNotNull();
      assertThat(report.findings().isEmpty())
          .as("findings of an invalid message")
          .isIn(report.verdict() == Verdict.VALID, false);
      assertThat(ReportJson.line("f", report)).startsWith("{").endsWith("}");
      assertThat(Demo.validate(Content.of(damaged), OPTIONS)).isEqualTo(report);
    }
  }

  static byte[] damaged(byte[] message, Random random) {
    int at = random.nextInt(message.length);
    int length = Math.min(message.length - at, 1 + random.nextInt(40));
    var out = new ByteArrayOutputStream();
    out.write(message, 0, at);
    switch (random.nextInt(6)) {
      case 0 ->
          out.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
      case 1 -> out.write(random.nextInt(256));
      case 2 -> {
        out.write(message, at, length);
        out.write(message, at, length);
      }
      case 3 -> {
        // cut off here
        return out.toByteArray();
      }
      case 4 -> out.write(message, random.nextInt(message.length - length + 1), length);
      default -> {
        // leave a piece out
      }
    }
    int rest = Math.min(message.length, at + (random.nextBoolean() ? length : 0));
    out.write(message, rest, message.length - rest);
    return out.size() == 0 ? new byte[] {'<'} : out.toByteArray();
  }

  private static byte[] bytes(Content content) throws IOException {
    try (var in = content.open()) {
      return in.readAllBytes();
    }
  }
}
