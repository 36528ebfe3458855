package de.amtsbote.gateway.way;

import static de.amtsbote.gateway.way.States.awaitState;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.cli.standards.StandardsCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The next release is tried on the messages of a gateway that is running. */
class DryRunWayTest {

  private final Town town = Town.shared();
  private final PortalClient portal = town.portal();
  private final StringWriter out = new StringWriter();
  private String id;

  @BeforeEach
  void submitOne() throws Exception {
    id = portal.submit(Samples.xdemo("0300/minimal.xml"));
    awaitState(portal, id, "DELIVERED");
  }

  @Test
  void ownRelease_takesTheValidMessagesAgain() throws Exception {
    run("--version", "1.0", "--json");

    assertThat(json().at("/messageTypes/0300/valid").asInt()).isPositive();
    assertThat(json().at("/messageTypes/0300/invalid").asInt()).isZero();
  }

  @Test
  void nextRelease_isAppliedToMessagesOfTheOldOne() throws Exception {
    var code = run("--version", "1.1", "--json");

    var summary = json();
    assertThat(summary.path("version").asString()).isEqualTo("1.1");
    assertThat(summary.path("messages").asInt()).isPositive();
    assertThat(summary.at("/messageTypes/0300/unknown").asInt()).isZero();
    assertThat(summary.path("findings").toString())
        .as("the release is applied, not refused")
        .doesNotContain("XOEV-V00");
    assertThat(code).isEqualTo(summary.path("invalid").asInt() > 0 ? 1 : 0);
  }

  @Test
  void table_namesTypesAndNumbers() throws Exception {
    run("--version", "1.0", "--since", "2w", "--german");

    assertThat(out.toString())
        .startsWith("xdemo-1.0, Nachrichten seit ")
        .containsPattern("(?m)^0300 +[0-9]+ +[0-9]+ +0 +0$");
  }

  @Test
  void limit_takesTheNewestOnly() throws Exception {
    run("--version", "1.0", "--limit", "1", "--json");

    assertThat(json().path("messages").asInt()).isEqualTo(1);
  }

  @Test
  void messageInAContainer_isReadAsIfOfTheNextReleaseToo() throws Exception {
    var name = "4711_melderegister.bescheinigung.antrag.0300.xml";
    var container = new Zip().with(name, Samples.xdemo("0300/minimal.xml")).bytes();
    awaitState(portal, portal.submitAs("application/zip", container), "DELIVERED");

    run("--version", "1.1", "--limit", "1", "--json");

    assertThat(json().path("messages").asInt()).isEqualTo(1);
    assertThat(json().path("findings").toString()).doesNotContain("XOEV-V00", "XOEV-X00");
  }

  @Test
  void noMessages_areNoStatement() throws Exception {
    var later = new TestClock(Clock.systemUTC().instant().plus(Duration.ofDays(60)));

    assertThat(run(later, "--version", "1.0")).isEqualTo(2);
  }

  @Test
  void releaseThatIsNotInstalled_isNoStatement() throws Exception {
    assertThat(run("--version", "9.9")).isEqualTo(2);
  }

  private int run(String... arguments) throws Exception {
    return run(Clock.systemUTC(), arguments);
  }

  private int run(Clock clock, String... arguments) throws Exception {
    var command = StandardsCommand.command(clock);
    command.setOut(new PrintWriter(out, true));
    var all =
        new ArrayList<>(
            List.of("dry-run", "--standard", "xdemo", "--config", town.configuration().toString()));
    all.addAll(List.of(arguments));
    return command.execute(all.toArray(String[]::new));
  }

  private JsonNode json() {
    return JsonMapper.builder().build().readTree(out.toString());
  }
}
