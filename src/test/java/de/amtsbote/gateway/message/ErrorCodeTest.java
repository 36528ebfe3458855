package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {

  @Test
  void codes_areUnique() {
    assertThat(ErrorCode.values()).extracting(ErrorCode::code).doesNotHaveDuplicates();
  }

  @Test
  void codes_haveTheirForm() {
    assertThat(ErrorCode.values()).allMatch(code -> code.code().matches("AB-[1-9]\\d{3}"));
  }

  @Test
  void statuses_tellThatSomethingWentWrong() {
    assertThat(ErrorCode.values()).allMatch(code -> code.status() >= 400 && code.status() < 600);
  }

  /** What the document must say is written to target/errors.md, to be copied when it differs. */
  @Test
  void document_listsAllCodes() throws IOException {
    var expected = Arrays.stream(ErrorCode.values()).map(this::line).collect(Collectors.joining());
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/errors.md"), expected);

    var document = Files.readString(Path.of("docs/errors.md"));

    var table = document.lines().filter(line -> line.startsWith("| AB-")).map(line -> line + "\n");
    assertThat(table.collect(Collectors.joining())).isEqualTo(expected);
  }

  private String line(ErrorCode code) {
    return "| %s | %s | %s | %d | %s | %s |\n"
        .formatted(
            code.code(),
            code.slug(),
            code.isTransient() ? "transient" : "permanent",
            code.status(),
            code.cause(),
            code.remedy());
  }
}
