package de.amtsbote.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void nodeAndDatabaseAndIntermediaryFail_nothingIsLostAndNothingComesTwice() throws Exception {
    int exit = run("--scenario", "short");

    assertThat(exit).as(printed()).isZero();
    assertThat(printed().lines().reduce("", (before, line) -> line))
        .matches("\\d+ accepted, \\d+ delivered, \\d+ rejected, 0 lost, 0 twice");
  }

  @Test
  void unknownScenario_isRefusedWithTheKnownOnes() throws Exception {
    assertThat(run("--scenario", "earthquake")).isEqualTo(2);
    assertThat(printed()).contains("node-killed");
  }

  private int run(String... arguments) throws Exception {
    return new FaultSuite(new PrintStream(printed, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
