package de.amtsbote.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.testpki.TestIdentity;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;

class DirectoryHealthTest {

  private static final TestIdentity READER = TestPki.root("Test-CA").reader("leser");
  private static final String GOOD =
      """
      intermediaries:
        knoten:
          url: http://localhost:8080/osci
          cipher-certificate: cipher.cer
          signature-certificate: cipher.cer
      partners:
        amt:
          readers: ["ags:99000001"]
          osci: {intermediary: knoten, cipher-certificate: cipher.cer}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws Exception {
    Files.write(folder.resolve("cipher.cer"), READER.certificate().getEncoded());
    write(GOOD);
  }

  @Test
  void directoryThatIsRight_isUp() {
    assertThat(health(live(beginning())).getStatus().getCode()).isEqualTo("UP");
  }

  @Test
  void editThatIsRefused_isShownWithFileAndLine() throws IOException {
    var directory = live(beginning());

    write(GOOD.replace("readers:", "reader:"));
    directory.refresh();

    var health = health(directory);
    assertThat(health.getStatus().getCode()).isEqualTo("DEGRADED");
    assertThat((List<?>) health.getDetails().get("refused"))
        .singleElement()
        .asString()
        .contains("directory.yaml:8: error: a partner has no 'reader'");
  }

  @Test
  void editThatIsRightAgain_isTakenOver() throws IOException {
    var directory = live(beginning());
    write("partners: [");
    directory.refresh();

    write(GOOD);
    directory.refresh();

    assertThat(health(directory).getStatus().getCode()).isEqualTo("UP");
  }

  @Test
  void certificatesThatEndSoon_areNamed() {
    var end = READER.certificate().getNotAfter().toInstant();

    var health = health(live(end.minus(Duration.ofDays(3))), end.minus(Duration.ofDays(3)));

    assertThat(health.getDetails().get("expiring")).isEqualTo(Map.of("amt", end.toString()));
  }

  private static Instant beginning() {
    return READER.certificate().getNotBefore().toInstant().plusSeconds(60);
  }

  private LiveDirectory live(Instant now) {
    return new LiveDirectory(folder.resolve("directory.yaml"), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Health health(LiveDirectory directory) {
    return health(directory, beginning());
  }

  private static Health health(LiveDirectory directory, Instant now) {
    return new DirectoryHealth(directory, Clock.fixed(now, ZoneOffset.UTC)).health();
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("directory.yaml"), yaml);
  }
}
