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
      "usage: faults.sh [--rounds N] [--scenario NAME]... [--seed N] [--list]";

  private final Map<String, Scenario> scenarios = scenarios();
  private final PrintStream out;

  FaultSuite(PrintStream out) {
    this.out = out;
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
    Tally all = Tally.NONE;
    boolean clean = true;
    try (Ground ground = Ground.prepare()) {
      Random random = new Random(plan.seed());
      for (int round = 1; round <= plan.rounds(); round++) {
        for (String name : plan.scenarios()) {
          Tally tally = play(name, round, ground, random);
          clean &= tally.equals(Tally.NONE) || tally.isClean();
          all = all.plus(tally);
        }
      }
    }
    out.println(all);
    return clean && all.isClean() ? 0 : 1;
  }

  private Tally play(String name, int round, Ground ground, Random random) throws Exception {
    out.println(name + ", round " + round);
    Tally tally = scenarios.get(name).play(ground, random, out);
    out.println(name + ": " + tally);
    return tally;
  }

  private static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("short", ShortScenario::play);
    all.put("node-killed", NodeScenarios::nodeKilled);
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
