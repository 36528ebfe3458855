package de.amtsbote.gateway.console;

import de.amtsbote.gateway.message.Attempt;
import de.amtsbote.gateway.message.AttemptResult;

/** A line of the attempts of a message. */
record AttemptRow(
    String destination,
    String node,
    String startedAt,
    String endedAt,
    AttemptResult result,
    String code,
    String incident) {

  static AttemptRow of(Attempt attempt, Times times) {
    return new AttemptRow(
        attempt.destination(),
        attempt.node(),
        times.text(attempt.startedAt()),
        times.text(attempt.endedAt()),
        attempt.result(),
        attempt.code(),
        attempt.incident());
  }
}
