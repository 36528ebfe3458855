package de.amtsbote.gateway.directory.dvdv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ExtractTest {

  private static final Question QUESTION = Question.service(DvdvTown.KEY, DvdvTown.SERVICE);

  @TempDir private Path folder;

  @BeforeEach
  void keepAnAnswer() throws IOException {
    var kept = Map.of("organizationKey", DvdvTown.KEY, "service", DvdvTown.service().entry());
    Files.write(folder.resolve("amt.json"), JsonMapper.builder().build().writeValueAsBytes(kept));
  }

  @Test
  void answerThatWasKept_isGiven() {
    assertThat(extract().service(QUESTION).value().value()).contains(DvdvTown.service().entry());
  }

  @Test
  void questionNobodyKept_isAMiss() {
    var other = Question.service("ags:11111111", DvdvTown.SERVICE);

    assertThat(extract().service(other).value().value()).isEmpty();
  }

  @Test
  void fileThatBecomesWrong_leavesWhatWasKnownInUseAndIsNamed() throws IOException {
    var extract = extract();

    Files.writeString(folder.resolve("amt.json"), "{\n\"service\": 3}");
    extract.refresh();

    assertThat(extract.service(QUESTION).value().value()).isPresent();
    assertThat(extract.problem()).contains("amt.json:2");
  }

  @Test
  void fileThatIsGone_isForgotten() throws IOException {
    var extract = extract();

    Files.delete(folder.resolve("amt.json"));
    extract.refresh();

    assertThat(extract.service(QUESTION).value().value()).isEmpty();
  }

  @Test
  void fileThatIsWrongAtTheStart_isRefused() throws IOException {
    Files.writeString(folder.resolve("leer.json"), "{}");

    assertThatThrownBy(this::extract)
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("leer.json");
  }

  private Extract extract() {
    return new Extract(folder, new TestClock(TestPki.NOW));
  }
}
