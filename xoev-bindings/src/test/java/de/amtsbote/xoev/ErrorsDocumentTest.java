package de.amtsbote.xoev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorsDocumentTest {

  @Test
  void codes_areUniqueAndHaveTheirForm() {
    var codes =
        Stream.concat(
                Arrays.stream(FindingCode.values()).map(FindingCode::code),
                Arrays.stream(XoevError.values()).map(XoevError::code))
            .toList();

    assertThat(codes).doesNotHaveDuplicates().allMatch(c -> c.matches("XOEV-[XVCHSTAE][0-9]{3}"));
  }

  @Test
  void everyCode_explainsItselfInBothLanguages() {
    var texts =
        Stream.concat(
                Arrays.stream(FindingCode.values()).flatMap(c -> Stream.of(c.cause(), c.remedy())),
                Arrays.stream(XoevError.values()).flatMap(c -> Stream.of(c.cause(), c.remedy())))
            .toList();

    assertThat(texts)
        .allMatch(text -> text.german().length() > 10 && text.english().length() > 10)
        .noneMatch(text -> text.german().equals(text.english()));
  }

  /**
   * What the document must say is written to target/errors-xoev.md, to be copied when it differs.
   */
  @Test
  void document_listsAllCodes() throws IOException {
    String expected =
        Arrays.stream(FindingCode.values())
                .map(c -> line(c.code(), c.cause(), c.remedy()))
                .sorted()
                .collect(Collectors.joining())
            + Arrays.stream(XoevError.values())
                .map(c -> line(c.code(), c.cause(), c.remedy()))
                .sorted()
                .collect(Collectors.joining());
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/errors-xoev.md"), expected);

    String table =
        Files.readString(Path.of("../docs/errors.md"))
            .lines()
            .filter(line -> line.startsWith("| XOEV-"))
            .map(line -> line + "\n")
            .collect(Collectors.joining());

    assertThat(table).isEqualTo(expected);
  }

  private static String line(String code, Text cause, Text remedy) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            code,
            cause.english().replaceFirst(":$", "."),
            remedy.english(),
            cause.german().replaceFirst(":$", "."),
            remedy.german());
  }
}
