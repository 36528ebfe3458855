package de.amtsbote.acceptance.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What is to be played.
 *
 * @param kills how often scenarios that kill nodes do so in each round
 * @param seed decides when things break; the same seed breaks them at the same moments
 */
record FaultPlan(int rounds, int kills, List<String> scenarios, long seed) {

  private static final int KILLS = 5;

  /** Reads the command line; null when it makes no sense. */
  static FaultPlan parse(List<String> arguments, Set<String> known) {
    int rounds = 1;
    int kills = KILLS;
    long seed = new Random().nextInt(1_000_000);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      switch (arguments.get(i)) {
        case "--rounds" -> rounds = number(value);
        case "--kills" -> kills = number(value);
        case "--seed" -> seed = number(value);
        case "--scenario" -> chosen.add(value);
        default -> rounds = -1;
      }
    }
    if (rounds < 1 || kills < 1 || seed < 0 || !known.containsAll(chosen)) {
      return null;
    }
    return new FaultPlan(rounds, kills, chosen.isEmpty() ? List.copyOf(known) : chosen, seed);
  }

  private static int number(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }
}
