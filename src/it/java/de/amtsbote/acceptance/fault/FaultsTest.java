package de.amtsbote.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void unknownScenario_isRefusedWithTheKnownOnes() throws Exception {
    assertThat(run("--scenario", "earthquake")).isEqualTo(2);
    assertThat(printed()).contains("node-killed");
  }

  @Test
  void nothingWasPlayed_isNoSuccess() throws Exception {
    Scenario lacking =
        play -> {
          throw new NotPlayedException("no such machine");
        };
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    int exit =
        new FaultSuite(out, Map.of("a", lacking)).play(new FaultPlan(1, 1, List.of("a"), 1), null);

    assertThat(exit).isEqualTo(1);
    assertThat(printed()).contains("a: not played, no such machine").contains("1 not played");
  }

  @Test
  void nothingWasAccepted_isNoSuccessWhateverOthersDid() throws Exception {
    Map<String, Scenario> scenarios =
        Map.of("nothing", play -> Tally.NONE, "well", play -> new Tally(1, 1, 0, 0, 0, 0));
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    FaultPlan plan = new FaultPlan(1, 1, List.of("nothing", "well"), 1);

    assertThat(new FaultSuite(out, scenarios).play(plan, null)).isEqualTo(1);
  }

  private int run(String... arguments) throws Exception {
    return new FaultSuite(new PrintStream(printed, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
