package de.amtsbote.xoev.quirk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.validation.ValidationOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuirkTest {

  private static final String YAML =
      """
      old-procedure:
        double-base64: true
        leading-blanks: true
        wants-file-name: antrag.xml
        wants-schema-location: urn:amtsbote:standard:xdemo_1.0 xdemo.xsd
      strict-one: {}
      """;

  @TempDir Path work;

  @Test
  void base64AroundTheMessage_isTakenOffAndNamed() throws IOException {
    byte[] encoded =
        Base64.getMimeEncoder().encode(Demo.message().getBytes(StandardCharsets.UTF_8));

    var tolerance = Tolerance.of(Content.of(encoded), profile("old-procedure"));

    assertThat(tolerance.tolerated()).containsExactly(Quirk.DOUBLE_BASE64);
    assertThat(text(tolerance.content())).isEqualTo(Demo.message());
  }

  @Test
  void blanksBeforeTheDeclaration_areTakenOffAndNamed() throws IOException {
    Content padded = Content.of(("\n  " + Demo.message()).getBytes(StandardCharsets.UTF_8));

    var tolerance = Tolerance.of(padded, profile("old-procedure"));

    assertThat(tolerance.tolerated()).containsExactly(Quirk.LEADING_BLANKS);
    assertThat(text(tolerance.content())).isEqualTo(Demo.message());
  }

  @Test
  void messageWithoutDeviation_staysAsItIs() throws IOException {
    Content message = Content.of(Demo.message().getBytes(StandardCharsets.UTF_8));

    var tolerance = Tolerance.of(message, profile("old-procedure"));

    assertThat(tolerance.tolerated()).isEmpty();
    assertThat(tolerance.content()).isSameAs(message);
  }

  @Test
  void strictPartner_getsNothingTolerated() throws IOException {
    Content padded = Content.of(("\n" + Demo.message()).getBytes(StandardCharsets.UTF_8));

    assertThat(Tolerance.of(padded, profile("strict-one")).content()).isSameAs(padded);
  }

  @Test
  void schemaLocation_isWrittenOntoTheRootAndTheMessageStaysValid() throws IOException {
    String location = profile("old-procedure").value(Quirk.WANTS_SCHEMA_LOCATION).orElseThrow();
    Content message = Content.of(Demo.message().getBytes(StandardCharsets.UTF_8));

    Content hinted = SchemaHint.on(message, location);

    assertThat(text(hinted)).contains("xsi:schemaLocation=\"" + location + "\"");
    assertThat(Demo.validate(hinted, ValidationOptions.ALL).findings()).isEmpty();
    assertThat(SchemaHint.on(hinted, location)).isSameAs(hinted);
  }

  @Test
  void unknownQuirk_isNamed() throws IOException {
    Path file = Files.writeString(work.resolve("quirks.yaml"), "a: {sends-nonsense: true}");

    assertThatThrownBy(() -> QuirkProfile.read(file))
        .isInstanceOf(XoevException.class)
        .hasMessageContaining("sends-nonsense");
  }

  private QuirkProfile profile(String name) throws IOException {
    return QuirkProfile.read(Files.writeString(work.resolve("quirks.yaml"), YAML)).get(name);
  }

  private static String text(Content content) throws IOException {
    try (var in = content.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
