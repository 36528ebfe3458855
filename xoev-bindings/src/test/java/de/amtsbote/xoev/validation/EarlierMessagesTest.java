package de.amtsbote.xoev.validation;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Demo;
import de.amtsbote.xoev.EarlierMessages.Earlier;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.ValidationReport;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resend keeps its UUID, a correction has a new one. */
class EarlierMessagesTest {

  @Test
  void uuidUsedBeforeForOtherContent_isAnError() throws IOException {
    var report = validate(Earlier.OTHER_CONTENT);

    assertThat(report.isValid()).isFalse();
    assertThat(report.findings()).extracting("code").containsExactly("XOEV-H007");
    assertThat(report.findings().get(0).path()).endsWith("/nachrichtenUUID");
    assertThat(report.findings().get(0).line()).isPositive();
  }

  @Test
  void resend_isValidAndNamedAsOne() throws IOException {
    var report = validate(Earlier.SAME_CONTENT);

    assertThat(report.isValid()).isTrue();
    assertThat(report.findings()).extracting("code").containsExactly("XOEV-H008");
    assertThat(report.findings()).extracting("severity").containsExactly(Severity.INFORMATION);
  }

  @Test
  void newMessage_hasNoFinding() throws IOException {
    assertThat(validate(Earlier.NONE).findings()).isEmpty();
  }

  @Test
  void store_isAskedForTheAuthorAndTheUuid() throws IOException {
    var asked = new ArrayList<String>();
    var options =
        ValidationOptions.ALL.withEarlier(
            header -> {
              asked.add(header.author().key() + " " + header.messageUuid());
              return Earlier.NONE;
            });

    Demo.validate(Content.of(Demo.message().getBytes()), options);

    assertThat(asked).singleElement().asString().matches("prt:[0-9]+ [0-9a-f-]{36}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2016-10-01T00:00:00+02:00"})
  void creationLongAgo_isAWarning(String created) throws IOException {
    var report = Demo.validate(Demo.message().replace("2026-11-02T09:15:00+01:00", created));

    assertThat(report.isValid()).isTrue();
    assertThat(report.findings()).extracting("code").containsExactly("XOEV-H009");
  }

  private static ValidationReport validate(Earlier earlier) throws IOException {
    return Demo.validate(
        Content.of(Demo.message().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        ValidationOptions.ALL.withEarlier(header -> earlier));
  }
}
