package de.amtsbote.gateway.way;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A procedure that takes posts, and answers as a test wants it to. */
final class Fachverfahren implements HttpHandler {

  /** Takes the post, and says nothing. */
  static final int TAKES_AND_BREAKS_OFF = 0;

  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private volatile int status = 204;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private record Post(String deliveryId, String body) {}

  /** What it answers from now on. */
  void answers(int code) {
    status = code;
  }

  /** Lets callers wait for their answer from now on, and counts anew how many come at once. */
  void hangs() {
    gate = new CountDownLatch(1);
    mostAtOnce.set(0);
    asked.set(0);
  }

  /** Gives those who wait their answer. */
  void goesOn() {
    gate.countDown();
  }

  int underWay() {
    return underWay.get();
  }

  /** Requests that came since it hung. */
  int asked() {
    return asked.get();
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** Posts that hold these octets and were taken. */
  List<byte[]> postsWith(byte[] content) {
    return with(content).map(it -> it.body().getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  /** The delivery ids of those posts. */
  List<String> deliveryIdsOf(byte[] content) {
    return with(content).map(Post::deliveryId).toList();
  }

  private Stream<Post> with(byte[] content) {
    var text = new String(content, StandardCharsets.ISO_8859_1);
    return posts.stream().filter(it -> it.body().contains(text));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
      gate.await();
      var answer = status;
      if (answer / 100 == 2 || answer == TAKES_AND_BREAKS_OFF) {
        posts.add(new Post(exchange.getRequestHeaders().getFirst("Amtsbote-Delivery-Id"), body));
      }
      if (answer != TAKES_AND_BREAKS_OFF) {
        exchange.sendResponseHeaders(answer, -1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
      exchange.close();
    }
  }
}
