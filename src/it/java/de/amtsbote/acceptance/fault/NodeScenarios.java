package de.amtsbote.acceptance.fault;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What happens to the processes of the gateway. */
final class NodeScenarios {

  private static final int KILLS = 5;
  private static final double RATE = 5;
  private static final int MESSAGES_PER_KILL = 30;

  private NodeScenarios() {}

  /** One node with the database that it brings along is killed again and again. */
  static Tally nodeKilled(Ground ground, Random random, PrintStream out) throws Exception {
    try (Scene scene = new Scene(ground, 1, random, out)) {
      scene.start();
      Sending sending = scene.send(RATE, KILLS * MESSAGES_PER_KILL);
      scene.pass(Duration.ofSeconds(2));
      for (int kill = 1; kill <= KILLS; kill++) {
        scene.pass(Duration.ofMillis(200), Duration.ofSeconds(5));
        scene.node(0).kill();
        scene.say("kill -9 of the node (%d)", kill);
        scene.node(0).launch();
        if (random.nextInt(4) == 0) {
          scene.pass(Duration.ZERO, Duration.ofSeconds(6));
          scene.node(0).kill();
          scene.say("kill -9 while it started");
          scene.node(0).launch();
        }
        scene.node(0).awaitWell();
      }
      return scene.settle(sending);
    }
  }

  /** Of two nodes one is killed at a time; the other takes over. */
  static Tally oneOfTwoKilled(Ground ground, Random random, PrintStream out) throws Exception {
    try (Scene scene = new Scene(ground, 2, random, out)) {
      scene.startOn(DatabaseScenarios.url(scene.database("database").start()));
      Sending sending = scene.send(RATE, KILLS * MESSAGES_PER_KILL);
      scene.pass(Duration.ofSeconds(2));
      for (int kill = 1; kill <= KILLS; kill++) {
        int victim = scene.anyNode();
        scene.pass(Duration.ofMillis(200), Duration.ofSeconds(4));
        scene.node(victim).kill();
        scene.say("kill -9 of node %d (%d)", victim + 1, kill);
        scene.pass(Duration.ZERO, Duration.ofSeconds(8));
        scene.node(victim).start();
      }
      return scene.settle(sending);
    }
  }

  /** One node is killed and stays away: the other alone has to finish everything. */
  static Tally takeOver(Ground ground, Random random, PrintStream out) throws Exception {
    try (Scene scene = new Scene(ground, 2, random, out)) {
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
  static Tally rollingRestart(Ground ground, Random random, PrintStream out) throws Exception {
    try (Scene scene = new Scene(ground, 2, random, out)) {
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
  static Tally frozen(Ground ground, Random random, PrintStream out) throws Exception {
    try (Scene scene = new Scene(ground, 2, random, out)) {
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
