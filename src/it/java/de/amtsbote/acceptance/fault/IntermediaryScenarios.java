package de.amtsbote.acceptance.fault;

import java.time.Duration;
import java.util.List;

/** What happens to the intermediary, or on the way to it. */
final class IntermediaryScenarios {

  private static final double RATE = 5;

  private IntermediaryScenarios() {}

  /** The intermediary misbehaves in one way, stops to, and does it again. */
  static Scenario misbehaving(FaultProxy.Mode mode) {
    return play -> play(play, mode);
  }

  private static Tally play(Play play, FaultProxy.Mode mode) throws Exception {
    try (Scene scene = new Scene(play, 1)) {
      scene.startOn(
          DatabaseScenarios.url(scene.database("database").start()),
          number -> Cheap.JAVA,
          List.of("--amtsbote.osci.timeouts.answer=" + FaultProxy.ANSWER_TIMEOUT));
      Sending sending = scene.send(RATE, 60);
      for (int time = 0; time < 3; time++) {
        scene.pass(Duration.ofSeconds(1), Duration.ofSeconds(3));
        scene.intermediary().behave(mode);
        scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(4));
        scene.intermediary().behave(FaultProxy.Mode.THROUGH);
      }
      scene.say("%d requests to the intermediary were hurt", scene.intermediary().hurt());
      return scene.settle(sending);
    }
  }
}
