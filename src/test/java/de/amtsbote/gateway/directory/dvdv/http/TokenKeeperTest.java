package de.amtsbote.gateway.directory.dvdv.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import de.amtsbote.gateway.TestClock;
import de.amtsbote.gateway.directory.dvdv.DvdvTown;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenKeeperTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<String> ends = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          awaitAnswer();
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    answer.countDown();
    server.stop(0);
  }

  @Test
  void manyWhoNeedAToken_shareOneFailure() {
    var keeper = keeper();
    var askers = Stream.generate(() -> new Thread(() -> ask(keeper))).limit(5).toList();
    askers.forEach(Thread::start);
    await().atMost(LONG).until(() -> asked.get() == 1 && allWait(askers));

    answer.countDown();

    await().atMost(LONG).until(() -> ends.size() == 5);
    assertThat(ends).containsOnly("DENIED");
    assertThat(asked).hasValue(1);
  }

  private static boolean allWait(List<Thread> askers) {
    return askers.stream().allMatch(it -> it.getState() == Thread.State.TIMED_WAITING);
  }

  private void ask(TokenKeeper keeper) {
    try {
      keeper.token(LONG);
      ends.add("token");
    } catch (DvdvFailure e) {
      ends.add(e.kind().name());
    }
  }

  private TokenKeeper keeper() {
    var clock = new TestClock(TestPki.NOW);
    return new TokenKeeper(
        URI.create("http://localhost:%d/token".formatted(server.getAddress().getPort())),
        new ClientAssertion(DvdvTown.CLIENT.key(), DvdvTown.CLIENT.certificate(), clock),
        new HttpLine(null, LONG, LONG, 10_000),
        Duration.ofMinutes(5),
        clock);
  }

  private void awaitAnswer() {
    try {
      answer.await(LONG.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
