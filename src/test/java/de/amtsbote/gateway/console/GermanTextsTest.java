package de.amtsbote.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.message.AttemptResult;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console has German words for all that it may have to show. */
class GermanTextsTest {

  @Test
  void everyName_hasItsWords() throws IOException {
    var texts = texts();
    var needed =
        Stream.of(
                keys("state.", MessageState.values(), ""),
                keys("event.", TimelineEvent.values(), ""),
                keys("transmission.", TransmissionState.values(), ""),
                keys("means.", TransmissionKind.values(), ""),
                keys("role.", PartRole.values(), ""),
                keys("attempt.", AttemptResult.values(), ""),
                keys("kind.", EntryKind.values(), ""),
                keys("error.", ErrorCode.values(), ".cause"),
                keys("error.", ErrorCode.values(), ".remedy"))
            .flatMap(each -> each);

    assertThat(needed.filter(key -> texts.getProperty(key, "").isBlank())).isEmpty();
  }

  private static Stream<String> keys(String prefix, Enum<?>[] values, String suffix) {
    return Arrays.stream(values).map(value -> prefix + value.name() + suffix);
  }

  private static Properties texts() throws IOException {
    var texts = new Properties();
    try (var content = GermanTextsTest.class.getResourceAsStream("/messages.properties")) {
      texts.load(new InputStreamReader(content, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
