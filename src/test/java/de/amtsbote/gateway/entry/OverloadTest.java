package de.amtsbote.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.limits.IntakeGate;
import de.amtsbote.gateway.message.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@TightGatewayTest
class OverloadTest {

  private static final int CLIENTS = 100;

  private final List<SlowSender> senders = new ArrayList<>();

  @LocalServerPort int port;
  @Autowired IntakeGate gate;
  @Autowired StoredMessages stored;

  @AfterEach
  void hangUp() throws IOException {
    for (var sender : senders) {
      sender.close();
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> gate.status().rest() == 0);
  }

  @Test
  void oneMoreThanThereArePlaces_isToldWhenToComeBack() throws Exception {
    slow(2);
    await().atMost(Duration.ofSeconds(60)).until(() -> gate.status().rest() == 2);

    Later.assertRefused(Portal.at(port).submit("<a/>"), ErrorCode.OVERLOADED);
  }

  @Test
  void orderOverOsci_isNotShutOutByRest() throws Exception {
    slow(2);
    await().atMost(Duration.ofSeconds(60)).until(() -> gate.status().rest() == 2);

    var answer = Portal.at(port).post("/osci/nowhere", Portal.NOTHING);

    assertThat(answer.status()).isNotEqualTo(503);
  }

  @Test
  void manySlowClientsAtOnce_areRefusedAndOthersServed() throws Exception {
    var before = stored.counts();
    slow(CLIENTS);

    assertThat(Portal.at(port).get("/actuator/health/liveness").status()).isEqualTo(200);
    assertThat(Portal.at(port).get(Portal.PATH).status()).isEqualTo(200);
    var answers = new ArrayList<String>();
    for (var sender : senders) {
      answers.add(sender.answer(30_000));
    }

    assertThat(answers).filteredOn(it -> it.contains("AB-1031")).hasSizeGreaterThan(CLIENTS / 2);
    assertThat(answers)
        .filteredOn(it -> !it.contains("AB-1031"))
        .allSatisfy(it -> assertThat(it).startsWith("HTTP/1.1 408"));
    assertThat(stored.counts()).isEqualTo(before);
    stored.assertNoFile();
  }

  private void slow(int count) throws IOException {
    for (var i = 0; i < count; i++) {
      senders.add(new SlowSender(port, TestGateway.PORTAL, 100_000));
    }
  }
}
