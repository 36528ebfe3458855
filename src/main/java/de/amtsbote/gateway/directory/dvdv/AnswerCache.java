package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps answers for a time. For one key only one caller asks, all others wait for his answer. When
 * every server is down an answer may serve longer, but never beyond the end of what it tells of.
 */
final class AnswerCache<K, V> {

  /** However many doubt an answer, it is asked for again once in this time. */
  static final Duration BETWEEN_DOUBTS = Duration.ofSeconds(5);

  private static final Set<ErrorCode> DOWN =
      Set.of(ErrorCode.DIRECTORY_UNAVAILABLE, ErrorCode.DIRECTORY_ANSWER_INVALID);

  /**
   * An answer and its times.
   *
   * @param fresh how long it may be used
   * @param end when what it tells of ends; never used behind it
   * @param found false: that there is nothing, which is never told when nobody can be asked
   */
  record Lasting<V>(V value, Duration fresh, Instant end, boolean found) {}

  /**
   * A kept answer.
   *
   * @param asked when it was asked for last, even in vain
   * @param doubted it is asked for again, and serves only when there is no new one
   */
  private record Slot<V>(
      V value,
      Instant at,
      Instant freshUntil,
      Instant end,
      boolean found,
      Instant asked,
      boolean doubted) {

    Slot<V> asked(Instant when, boolean doubt) {
      return new Slot<>(value, at, freshUntil, end, found, when, doubt);
    }
  }

  private final int most;
  private final Duration stale;
  private final Clock clock;
  private final Map<K, Slot<V>> slots = new LinkedHashMap<>();
  private final Map<K, CompletableFuture<Kept<V>>> running = new ConcurrentHashMap<>();

  /**
   * An empty cache.
   *
   * @param most answers that are kept; the oldest ones go
   * @param stale how long an answer serves beyond its time while every server is down; zero: never
   */
  AnswerCache(int most, Duration stale, Clock clock) {
    this.most = most;
    this.stale = stale;
    this.clock = clock;
  }

  /**
   * What is kept for the key, or the answer of the question.
   *
   * @throws GatewayException what the question throws, unless an old answer can serve
   */
  Kept<V> get(K key, Supplier<Lasting<V>> question) {
    var kept = fresh(key);
    if (kept != null) {
      return kept;
    }
    var mine = new CompletableFuture<Kept<V>>();
    var other = running.putIfAbsent(key, mine);
    if (other != null) {
      return waitFor(other);
    }
    try {
      // another caller may have got the answer between the two looks
      var now = fresh(key);
      var answer = now == null ? ask(key, question) : now;
      mine.complete(answer);
      return answer;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      running.remove(key, mine);
    }
  }

  /** What is kept for the key seems to be wrong: it is asked for again, and kept until then. */
  void doubt(K key) {
    var now = clock.instant();
    synchronized (slots) {
      slots.computeIfPresent(
          key,
          (k, it) ->
              now.isBefore(it.asked().plus(BETWEEN_DOUBTS)) ? it : it.asked(it.asked(), true));
    }
  }

  /** All answers that are kept. */
  List<V> values() {
    synchronized (slots) {
      return slots.values().stream().map(Slot::value).toList();
    }
  }

  private Kept<V> fresh(K key) {
    var now = clock.instant();
    synchronized (slots) {
      var slot = slots.get(key);
      return slot != null
              && !slot.doubted()
              && now.isBefore(slot.freshUntil())
              && now.isBefore(slot.end())
          ? new Kept<>(slot.value(), slot.at(), false)
          : null;
    }
  }

  private Kept<V> ask(K key, Supplier<Lasting<V>> question) {
    try {
      var answer = question.get();
      var now = clock.instant();
      put(
          key,
          new Slot<>(
              answer.value(),
              now,
              now.plus(answer.fresh()),
              answer.end(),
              answer.found(),
              now,
              false));
      return new Kept<>(answer.value(), now, false);
    } catch (GatewayException e) {
      var old = old(key, DOWN.contains(e.code()) ? stale : Duration.ZERO);
      if (old == null) {
        throw e;
      }
      return old;
    }
  }

  private Kept<V> old(K key, Duration beyond) {
    var now = clock.instant();
    synchronized (slots) {
      var slot = slots.get(key);
      if (slot == null
          || !slot.found()
          || !now.isBefore(slot.freshUntil().plus(beyond))
          || !now.isBefore(slot.end())) {
        return null;
      }
      slots.put(key, slot.asked(now, false));
      return new Kept<>(slot.value(), slot.at(), !now.isBefore(slot.freshUntil()));
    }
  }

  private void put(K key, Slot<V> slot) {
    synchronized (slots) {
      slots.remove(key);
      slots.put(key, slot);
      if (slots.size() > most) {
        slots.remove(slots.keySet().iterator().next());
      }
    }
  }

  private Kept<V> waitFor(CompletableFuture<Kept<V>> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof GatewayException known) {
        throw new GatewayException(known.code(), known.details(), known);
      }
      throw e;
    }
  }
}
