package de.amtsbote.acceptance.fault;

import java.time.Duration;

/** A little of everything in about a minute: what every build plays. */
final class ShortScenario {

  private ShortScenario() {}

  static Tally play(Play play) throws Exception {
    try (Scene scene = new Scene(play, 2)) {
      PostgresServer database = scene.database("database").start();
      scene.startOn(DatabaseScenarios.url(database));
      return on(scene, database);
    }
  }

  /** On a scene that runs already. */
  static Tally on(Scene scene, PostgresServer database) throws Exception {
    Sending sending = scene.keepSending(3);
    Sending byFile = scene.keepSendingByFile(1);
    scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(4));
    int victim = scene.anyNode();
    scene.node(victim).kill();
    scene.say("kill -9 of node %d", victim + 1);
    scene.node(victim).launch();
    scene.pass(Duration.ofSeconds(1), Duration.ofSeconds(2));
    scene.intermediary().behave(FaultProxy.Mode.CLOSES_AFTER_IT_WAS_DONE);
    scene.pass(Duration.ofSeconds(1), Duration.ofSeconds(2));
    scene.intermediary().behave(FaultProxy.Mode.GARBAGE);
    scene.pass(Duration.ofSeconds(1), Duration.ofSeconds(2));
    scene.intermediary().behave(FaultProxy.Mode.THROUGH);
    scene.say("%d requests to the intermediary were hurt", scene.intermediary().hurt());
    // a node that starts ends when it finds no database, and is nobody's to start again here
    scene.node(victim).awaitWell();
    database.crash();
    scene.say("PostgreSQL crashed");
    database.start();
    sending.enough();
    byFile.enough();
    return scene.settle(sending, byFile.await());
  }
}
