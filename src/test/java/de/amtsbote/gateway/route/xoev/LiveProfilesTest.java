package de.amtsbote.gateway.route.xoev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.message.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveProfilesTest {

  @TempDir Path folder;
  private int writes;

  @Test
  void fileThatChanges_isTakenOver() throws IOException {
    var profiles = new LiveProfiles(write("default: {severities: {XOEV-X012: warning}}"));
    write("partners: {bauamt: {severities: {XOEV-X012: information}}}");

    profiles.refresh();

    assertThat(profiles.get().of("xbau", "2.6", "bauamt").changesSeverities()).isTrue();
    assertThat(profiles.get().of("xbau", "2.6", "").changesSeverities()).isFalse();
  }

  @Test
  void fileThatBecomesWrong_leavesWhatWasBefore() throws IOException {
    var profiles = new LiveProfiles(write("default: {severities: {XOEV-X012: warning}}"));
    write("defalt: {}");

    profiles.refresh();

    assertThat(profiles.get().of("xbau", "2.6", "").changesSeverities()).isTrue();
  }

  @Test
  void fileThatIsWrongAtTheStart_isNamed() throws IOException {
    var file = write("default: {severities: {XOEV-X000: warning}}");

    assertThatThrownBy(() -> new LiveProfiles(file))
        .hasMessageContaining("amtsbote.validation")
        .hasMessageContaining("XOEV-X000")
        .extracting("code")
        .isEqualTo(ErrorCode.CONFIGURATION_INVALID);
  }

  private Path write(String yaml) throws IOException {
    var file = Files.writeString(folder.resolve("validation.yaml"), yaml + "\n");
    var time = Instant.parse("2026-11-23T08:00:00Z").plusSeconds(writes++);
    return Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
