package de.amtsbote.acceptance.fault;

import java.time.Duration;

/** What happens to PostgreSQL. */
final class DatabaseScenarios {

  private static final double RATE = 5;

  private DatabaseScenarios() {}

  static String url(PostgresServer server) {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port());
  }

  /** The database is restarted, in order or not, while two nodes work with it. */
  static Tally restarted(Play play) throws Exception {
    try (Scene scene = new Scene(play, 2)) {
      PostgresServer database = scene.database("database").start();
      scene.startOn(url(database));
      Sending sending = scene.send(RATE, 100);
      for (int restart = 0; restart < 4; restart++) {
        scene.pass(Duration.ofSeconds(2), Duration.ofSeconds(5));
        boolean inOrder = play.random().nextBoolean();
        if (inOrder) {
          database.stop();
        } else {
          database.crash();
        }
        scene.say("PostgreSQL %s", inOrder ? "stopped" : "crashed");
        scene.pass(Duration.ZERO, Duration.ofSeconds(4));
        database.start();
      }
      return scene.settle(sending);
    }
  }

  /** The primary loses power, and its synchronous standby becomes the primary. */
  static Tally failover(Play play) throws Exception {
    try (Scene scene = new Scene(play, 2)) {
      PostgresServer primary = scene.database("primary");
      PostgresServer standby = scene.database("standby");
      primary.with("synchronous_standby_names", "second").start();
      standby.following(primary, "second").start();
      scene.startOn(
          "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?targetServerType=primary"
              .formatted(primary.port(), standby.port()));
      Sending sending = scene.send(RATE, 80);
      scene.pass(Duration.ofSeconds(4), Duration.ofSeconds(9));
      primary.kill();
      scene.say("primary lost power");
      scene.pass(Duration.ZERO, Duration.ofSeconds(3));
      standby.promote();
      scene.say("standby promoted");
      return scene.settle(sending);
    }
  }
}
