package de.amtsbote.gateway.operations.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.message.NodeName;
import de.amtsbote.gateway.message.work.WorkControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Large messages are being stored on every connection that there is for them. */
@GatewayTest
class BusyDatabaseTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired HikariDataSource connections;
  @Autowired NodeStore nodes;
  @Autowired NodeName name;
  @Autowired Drain drain;
  @Autowired Scheduler scheduler;
  @Autowired WorkControl work;

  private final Deque<Connection> taken = new ArrayDeque<>();

  @BeforeEach
  void takeAllConnections() throws SQLException {
    while (taken.size() < connections.getMaximumPoolSize()) {
      taken.add(connections.getConnection());
    }
  }

  @AfterEach
  void giveThemBack() throws SQLException {
    for (var connection : taken) {
      connection.close();
    }
  }

  @Test
  void node_showsThatItLives() {
    var before = seenAt();

    assertThat(CompletableFuture.runAsync(drain::look)).succeedsWithin(SOON);

    assertThat(seenAt()).isAfter(before);
  }

  @Test
  void worker_claimsWorkAndKeepsItsLeases() {
    assertThat(
            CompletableFuture.runAsync(
                () -> {
                  scheduler.fetchScheduledExecutions(it -> {});
                  work.showLife();
                }))
        .succeedsWithin(SOON);
  }

  private Instant seenAt() {
    return nodes.all().stream()
        .filter(it -> it.name().equals(name.value()))
        .findFirst()
        .orElseThrow()
        .seenAt();
  }
}
