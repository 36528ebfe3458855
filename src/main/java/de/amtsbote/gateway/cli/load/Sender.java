package de.amtsbote.gateway.cli.load;

import de.amtsbote.gateway.cli.sample.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends at the rate of the plan whether the gateway keeps up or not, as portals do: a gateway that
 * stalls does not slow the sender, and its stall counts in the latency of everything that waited.
 */
final class Sender {

  private static final Duration FIRST_DELAY = Duration.ofMillis(200);
  private static final int MOST_DOUBLINGS = 4;

  private final LoadPlan plan;
  private final GatewayApi api;
  private final Letters letters;
  private final List<Shipment> shipments;
  private final Semaphore places;
  private final CountDownLatch answered;
  private volatile long lastProgress = System.nanoTime();

  Sender(LoadPlan plan, GatewayApi api, Letters letters) {
    this.plan = plan;
    this.api = api;
    this.letters = letters;
    this.shipments = new ArrayList<>(plan.count());
    this.places = new Semaphore(plan.concurrency());
    this.answered = new CountDownLatch(plan.count());
  }

  /** Returns when all were sent, or enough of them; answers come later. */
  void sendAll() throws InterruptedException {
    long start = System.nanoTime();
    for (int number = 0; number < plan.count() && !plan.enough().getAsBoolean(); number++) {
      Letter letter = letters.next();
      long due = start + plan.due(number);
      Shipment shipment = new Shipment(letter.key(), sha256(letter), due);
      synchronized (shipments) {
        shipments.add(shipment);
      }
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      places.acquire();
      lastProgress = System.nanoTime();
      send(number, letter, shipment);
    }
    for (int unsent = plan.count() - shipments().size(); unsent > 0; unsent--) {
      answered.countDown();
    }
  }

  /** Waits until each has its answer; false when nothing got on for too long. */
  boolean awaitAnswers() throws InterruptedException {
    while (!answered.await(100, TimeUnit.MILLISECONDS)) {
      if (isOutOfPatience(plan.patience().multipliedBy(2))) {
        return false;
      }
    }
    return true;
  }

  /** All that were sent so far. */
  List<Shipment> shipments() {
    synchronized (shipments) {
      return List.copyOf(shipments);
    }
  }

  private void send(int number, Letter letter, Shipment shipment) {
    int attempt = shipment.attempts();
    shipment.attempted();
    api.submit(plan.gateway(number, attempt), letter)
        .exceptionally(unsent -> Answer.none())
        .thenAccept(answer -> settle(number, letter, shipment, answer));
  }

  private void settle(int number, Letter letter, Shipment shipment, Answer answer) {
    if (!answer.accepted() && answer.mayPass() && plan.repeat() && !isOutOfPatience()) {
      CompletableFuture.delayedExecutor(delay(shipment, answer).toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> send(number, letter, shipment));
      return;
    }
    if (answer.accepted()) {
      shipment.accepted(
          answer.body().path("id").asString(),
          Instant.parse(answer.body().path("receivedAt").asString()),
          System.nanoTime());
      lastProgress = System.nanoTime();
    } else {
      shipment.refused(answer.code());
    }
    places.release();
    answered.countDown();
  }

  private boolean isOutOfPatience() {
    return isOutOfPatience(plan.patience());
  }

  private boolean isOutOfPatience(Duration patience) {
    return System.nanoTime() - lastProgress > patience.toNanos();
  }

  private static Duration delay(Shipment shipment, Answer answer) {
    long full =
        FIRST_DELAY.toMillis() << Math.min(MOST_DOUBLINGS, Math.max(0, shipment.attempts() - 1));
    Duration own = Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full));
    return answer.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
  }

  private static String sha256(Letter letter) {
    try {
      return Fingerprint.of(new ByteArrayInputStream(letter.payload()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
