package de.amtsbote.gateway.cli.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Looks what became of the messages: page by page, newest first, back to the oldest that is still
 * open, so that following costs the gateway little.
 */
final class Follower implements Runnable {

  private static final int PAGE = 500;
  private static final long LOOK_EVERY_MILLIS = 500;
  private static final int NOT_FOUND = 404;
  private static final Set<String> TELL_WHY = Set.of("REJECTED", "PARKED");

  /** Looking shall take up at most one part in so many of the time. */
  private static final int SHARE = 10;

  private final LoadPlan plan;
  private final GatewayApi api;
  private final Supplier<List<Shipment>> shipments;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean allAnswered;
  private int looks;

  Follower(LoadPlan plan, GatewayApi api, Supplier<List<Shipment>> shipments) {
    this.plan = plan;
    this.api = api;
    this.shipments = shipments;
  }

  /** Tells that no more receipts will come. */
  void allAnswered() {
    lock.lock();
    try {
      allAnswered = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when all have ended, or when nothing gets on any more. */
  @Override
  public void run() {
    long progress = System.nanoTime();
    int open = Integer.MAX_VALUE;
    long wait = LOOK_EVERY_MILLIS;
    while (pause(wait)) {
      long begin = System.nanoTime();
      look();
      long now = System.nanoTime();
      int still = open();
      if (still != open || !isAllAnswered()) {
        progress = now;
        open = still;
      }
      boolean stuck = now - progress > plan.patience().toNanos();
      if (isAllAnswered() && (still == 0 || stuck)) {
        break;
      }
      wait = Math.max(LOOK_EVERY_MILLIS, SHARE * Duration.ofNanos(now - begin).toMillis());
    }
    shipments.get().stream().filter(this::needsALook).forEach(this::lookAt);
  }

  private boolean isAllAnswered() {
    lock.lock();
    try {
      return allAnswered;
    } finally {
      lock.unlock();
    }
  }

  private boolean pause(long millis) {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      boolean before = allAnswered;
      while (left > 0 && before == allAnswered) {
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private int open() {
    return (int) shipments.get().stream().filter(Shipment::isOpen).count();
  }

  private void look() {
    Map<String, Shipment> open = new HashMap<>();
    String oldest = null;
    for (Shipment shipment : shipments.get()) {
      if (shipment.isOpen()) {
        open.put(shipment.id(), shipment);
        oldest = oldest == null || shipment.id().compareTo(oldest) < 0 ? shipment.id() : oldest;
      }
    }
    String cursor = null;
    boolean more = oldest != null;
    while (more) {
      Answer page = api.page(gateway(), PAGE, cursor);
      for (JsonNode message : page.body().path("messages")) {
        Shipment shipment = open.get(message.path("id").asString());
        if (shipment != null) {
          shipment.seen(message.path("state").asString(), updatedAt(message));
        }
      }
      cursor = page.body().path("nextCursor").asString(null);
      more = page.accepted() && cursor != null && cursor.compareTo(oldest) >= 0;
    }
  }

  private boolean needsALook(Shipment shipment) {
    return shipment.isOpen() || TELL_WHY.contains(shipment.state());
  }

  private void lookAt(Shipment shipment) {
    Answer answer = api.message(gateway(), shipment.id());
    if (answer.accepted()) {
      shipment.seen(answer.body().path("state").asString(), updatedAt(answer.body()));
      shipment.because(answer.body().path("reason").path("code").asString(""));
    } else if (answer.status() == NOT_FOUND) {
      shipment.lost();
    }
  }

  private URI gateway() {
    return plan.gateway(0, looks++);
  }

  private static Instant updatedAt(JsonNode message) {
    return Instant.parse(message.path("updatedAt").asString());
  }
}
