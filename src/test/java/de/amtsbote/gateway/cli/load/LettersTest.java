package de.amtsbote.gateway.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {10 * 1024, 1024 * 1024})
  void application_hasAboutTheWantedSize(long size) throws Exception {
    assertThat(Letters.ofTheDemoStandard(folder, Clock.systemUTC(), size).size())
        .isCloseTo(size, within(4096L));
  }

  @Test
  void noTwoMessages_areAlike() throws Exception {
    Letters letters = Letters.ofTheDemoStandard(folder, Clock.systemUTC(), 0);

    assertThat(letters.next().payload()).isNotEqualTo(letters.next().payload());
  }

  @Test
  void messageUuid_isTheIdempotencyKey() throws Exception {
    Letter letter = Letters.ofTheDemoStandard(folder, Clock.systemUTC(), 0).next();

    assertThat(new String(letter.payload(), StandardCharsets.UTF_8))
        .contains("<nachrichtenUUID>" + letter.key() + "<");
  }

  @Test
  void messageUuidOfAForeignFile_isReplacedWhateverItsPrefix() throws Exception {
    Path file = folder.resolve("given.xml");
    Files.writeString(file, "<a:x xmlns:a='urn:a'><a:nachrichtenUUID>1</a:nachrichtenUUID></a:x>");

    Letter letter = Letters.of(List.of(file), List.of()).next();

    assertThat(new String(letter.payload(), StandardCharsets.UTF_8))
        .contains("<a:nachrichtenUUID>" + letter.key() + "</a:");
  }
}
