package de.amtsbote.gateway.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataTest {

  private static final String HASH = "ab".repeat(64);
  private static final UUID ATTACHMENT = UUID.fromString("0b799252-deb9-42b0-98d3-c50d24bbafe0");
  private static final Metadata GOOD =
      new Metadata(
          "urn:de:fim:leika:leistung:99000000000000",
          new Metadata.Content("urn:example:schema", "application/xml", HASH),
          List.of(
              new Metadata.Attachment(
                  ATTACHMENT, "plan.pdf", "application/pdf", "attachment", HASH)));
  private static final String TEXT =
      new String(
          GOOD.json(Map.of("identifier", GOOD.service(), "name", "Antrag")),
          StandardCharsets.UTF_8);

  @Test
  void whatIsWritten_isReadTheSame() {
    var read = read(TEXT);

    assertThat(read.problems()).isEmpty();
    assertThat(read.metadata()).isEqualTo(GOOD);
  }

  @Test
  void versionOne_isReadToo() {
    var read = read(TEXT.replace("metadata/2.1.0", "metadata/1.0.0"));

    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata/2.1.0 | metadata/3.0.0 | unsupported-schema",
        "schema.fitko.de | schema.example | unsupported-schema",
        "$schema | other | missing-schema",
        "contentStructure | other | schema-violation",
        "sha512 | sha256 | schema-violation",
        "application/pdf | pdf | schema-violation",
        "\"attachment\" | \"nothing\" | schema-violation",
        "0b799252-deb9-42b0-98d3-c50d24bbafe0 | 17 | schema-violation",
        "application/xml | text/plain | schema-violation",
        "schemaUri | uri | schema-violation",
        "abab | ABAB | schema-violation",
      })
  void whatIsWrong_isNamed(String right, String wrong, String type) {
    var read = read(TEXT.replace(right, wrong));

    assertThat(read.metadata()).isNull();
    assertThat(read.problems())
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.type()).endsWith("/problems/" + type);
              assertThat(it.instance()).isEqualTo("metadata");
            });
  }

  @Test
  void brokenJson_violatesTheSyntax() {
    assertThat(read(TEXT.substring(1)).problems())
        .singleElement()
        .satisfies(it -> assertThat(it.type()).endsWith("/syntax-violation"));
  }

  @Test
  void attachmentThatIsNamedTwice_violatesTheSchema() {
    var twice = GOOD.attachments().get(0);
    var metadata = new Metadata(GOOD.service(), GOOD.data(), List.of(twice, twice));

    var read = Metadata.read(metadata.json(Map.of("identifier", GOOD.service())));

    assertThat(read.problems()).isNotEmpty();
  }

  private static Metadata.Read read(String json) {
    return Metadata.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
