package de.amtsbote.acceptance.fault;

import de.amtsbote.acceptance.fault.FaultProxy.Mode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Plays scenarios in which something breaks under load. After each, and last for the whole run, it
 * prints what became of the messages; it ends with 0 only when nothing was lost and nothing came
 * twice.
 */
public final class FaultSuite {

  private static final String USAGE =
      "usage: faults.sh [--rounds N] [--kills N] [--scenario NAME]... [--seed N] [--list]";

  private final Map<String, Scenario> scenarios;
  private final PrintStream out;

  FaultSuite(PrintStream out) {
    this(out, scenarios());
  }

  FaultSuite(PrintStream out, Map<String, Scenario> scenarios) {
    this.out = out;
    this.scenarios = scenarios;
  }

  /** Plays what the arguments ask for; without any, every scenario once. */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(new FaultSuite(out).run(List.of(arguments)));
  }

  /** The exit code of the process. */
  int run(List<String> arguments) throws Exception {
    if (arguments.contains("--list")) {
      scenarios.keySet().forEach(out::println);
      return 0;
    }
    FaultPlan plan = FaultPlan.parse(arguments, scenarios.keySet());
    if (plan == null) {
      out.println(USAGE);
      out.println("scenarios: " + String.join(", ", scenarios.keySet()));
      return 2;
    }
    out.println("seed " + plan.seed());
    try (Ground ground = Ground.prepare()) {
      return play(plan, ground);
    }
  }

  /** Plays on this ground; the exit code of the process. */
  int play(FaultPlan plan, Ground ground) throws Exception {
    Play play = new Play(ground, new Random(plan.seed()), plan.kills(), out);
    Tally all = Tally.NONE;
    boolean clean = true;
    int notPlayed = 0;
    for (int round = 1; round <= plan.rounds(); round++) {
      for (String name : plan.scenarios()) {
        out.println(name + ", round " + round);
        try {
          Tally tally = scenarios.get(name).play(play);
          out.println(name + ": " + tally);
          clean &= tally.isClean();
          all = all.plus(tally);
        } catch (NotPlayedException why) {
          out.println(name + ": not played, " + why.getMessage());
          notPlayed++;
        }
      }
    }
    if (notPlayed > 0) {
      out.println(notPlayed + " not played");
    }
    out.println(all);
    return clean && all.isClean() ? 0 : 1;
  }

  private static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("short", ShortScenario::play);
    all.put("node-killed", NodeScenarios::nodeKilled);
    all.put("handed-over-by-file", NodeScenarios::handedOverByFile);
    all.put("one-of-two-killed", NodeScenarios::oneOfTwoKilled);
    all.put("take-over", NodeScenarios::takeOver);
    all.put("rolling-restart", NodeScenarios::rollingRestart);
    all.put("node-frozen", NodeScenarios::frozen);
    all.put("database-restarted", DatabaseScenarios::restarted);
    all.put("database-failover", DatabaseScenarios::failover);
    all.put("intermediary-down", IntermediaryScenarios.misbehaving(Mode.DOWN));
    all.put("intermediary-slow", IntermediaryScenarios.misbehaving(Mode.SLOW));
    all.put("intermediary-garbage", IntermediaryScenarios.misbehaving(Mode.GARBAGE));
    all.put("intermediary-closes", IntermediaryScenarios.misbehaving(Mode.CLOSES));
    all.put(
        "intermediary-closes-after-it-was-done",
        IntermediaryScenarios.misbehaving(Mode.CLOSES_AFTER_IT_WAS_DONE));
    all.put("disk-full", HostScenarios::diskFull);
    all.put("clock-jump", HostScenarios::clockJump);
    return all;
  }
}
