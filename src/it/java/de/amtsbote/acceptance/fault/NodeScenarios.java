package de.amtsbote.acceptance.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What happens to the processes of the gateway. */
final class NodeScenarios {

  private static final double RATE = 5;

  /** A node that has just started is slow, and what it could not do must not pile up. */
  private static final double RATE_WHILE_KILLED = 2;

  /** A hand-over by file is quick: more of them meet a kill. */
  private static final double RATE_BY_FILE = 6;

  private NodeScenarios() {}

  /** One node with the database that it brings along is killed again and again. */
  static Tally nodeKilled(Play play) throws Exception {
    return nodeKilled(play, scene -> scene.keepSending(RATE_WHILE_KILLED));
  }

  /** The same while it hands over by files in two steps, past any intermediary. */
  static Tally handedOverByFile(Play play) throws Exception {
    return nodeKilled(play, scene -> scene.keepSendingByFile(RATE_BY_FILE));
  }

  /** Who sends to a scene. */
  private interface Sender {
    Sending begin(Scene scene) throws IOException;
  }

  private static Tally nodeKilled(Play play, Sender sender) throws Exception {
    try (Scene scene = new Scene(play, 1)) {
      scene.start();
      Sending sending = sender.begin(scene);
      scene.pass(Duration.ofSeconds(2));
      for (int kill = 1; kill <= play.kills(); kill++) {
        scene.pass(Duration.ofMillis(200), Duration.ofSeconds(5));
        kill(scene, 0, kill);
        scene.node(0).launch();
        if (kill < play.kills() && play.random().nextInt(4) == 0) {
          scene.pass(Duration.ZERO, Duration.ofSeconds(6));
          kill(scene, 0, ++kill);
          scene.node(0).launch();
        }
        scene.node(0).awaitWell();
      }
      return scene.settle(sending);
    }
  }

  /** Of two nodes one is killed at a time; the other takes over. */
  static Tally oneOfTwoKilled(Play play) throws Exception {
    try (Scene scene = new Scene(play, 2)) {
      scene.startOn(DatabaseScenarios.url(scene.database("database").start()));
      Sending sending = scene.keepSending(RATE_WHILE_KILLED);
      scene.pass(Duration.ofSeconds(2));
      for (int kill = 1; kill <= play.kills(); kill++) {
        int victim = scene.anyNode();
        scene.pass(Duration.ofMillis(200), Duration.ofSeconds(5));
        kill(scene, victim, kill);
        // sometimes it is away so long that its work is taken over before it is back
        scene.pass(Duration.ZERO, Duration.ofSeconds(play.random().nextInt(4) == 0 ? 9 : 1));
        scene.node(victim).start();
      }
      return scene.settle(sending);
    }
  }

  private static void kill(Scene scene, int victim, int number) throws InterruptedException {
    boolean well = scene.node(victim).isWell();
    scene.node(victim).kill();
    scene.say("kill -9 of node %d%s (%d)", victim + 1, well ? "" : " while it started", number);
  }

  /** One node is killed and stays away: the other alone has to finish everything. */
  static Tally takeOver(Play play) throws Exception {
    try (Scene scene = new Scene(play, 2)) {
      scene.startOn(DatabaseScenarios.url(scene.database("database").start()));
      Sending sending = scene.send(RATE, 60);
      scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(8));
      int victim = scene.anyNode();
      scene.node(victim).kill();
      scene.say("kill -9 of node %d for good", victim + 1);
      return scene.settle(sending);
    }
  }

  /** Two nodes are stopped and started in turn, as for an update. */
  static Tally rollingRestart(Play play) throws Exception {
    try (Scene scene = new Scene(play, 2)) {
      scene.startOn(DatabaseScenarios.url(scene.database("database").start()));
      Sending sending = scene.send(RATE, 100);
      for (Node node : List.copyOf(scene.nodes())) {
        scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(4));
        scene.say("restart of %s", node.address());
        node.stop();
        node.start();
      }
      return scene.settle(sending);
    }
  }

  /** A node stands still so long that it is taken for dead, and then goes on where it was. */
  static Tally frozen(Play play) throws Exception {
    try (Scene scene = new Scene(play, 2)) {
      scene.startOn(DatabaseScenarios.url(scene.database("database").start()));
      Sending sending = scene.send(RATE, 60);
      for (int time = 0; time < 2; time++) {
        scene.pass(Duration.ofSeconds(1), Duration.ofSeconds(4));
        String victim = String.valueOf(scene.node(scene.anyNode()).pid());
        PostgresBinaries.run(List.of("kill", "-STOP", victim));
        scene.say("a node stands still");
        scene.pass(Duration.ofSeconds(9), Duration.ofSeconds(14));
        PostgresBinaries.run(List.of("kill", "-CONT", victim));
      }
      return scene.settle(sending);
    }
  }
}
