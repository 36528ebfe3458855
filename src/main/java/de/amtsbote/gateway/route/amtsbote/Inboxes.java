package de.amtsbote.gateway.route.amtsbote;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The inbox consumers of all running routes; finds the one that takes a message. While routes are
 * being exchanged, whoever looks for one waits, so that no message misses its route.
 */
public final class Inboxes {

  private final List<AmtsboteConsumer> consumers = new CopyOnWriteArrayList<>();
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

  /** The consumer of the most specific route that takes the message. */
  public Optional<AmtsboteConsumer> find(InboxKey message) {
    gate.readLock().lock();
    try {
      return consumers.stream()
          .filter(it -> it.selector().takes(message))
          .max(Comparator.comparingInt(it -> it.selector().weight()));
    } finally {
      gate.readLock().unlock();
    }
  }

  /** Exchanges routes while nobody looks for one. */
  public <T> T whileClosed(Supplier<T> exchange) {
    gate.writeLock().lock();
    try {
      return exchange.get();
    } finally {
      gate.writeLock().unlock();
    }
  }

  void register(AmtsboteConsumer consumer) {
    consumers.add(consumer);
  }

  void remove(AmtsboteConsumer consumer) {
    consumers.remove(consumer);
  }
}
