package de.amtsbote.osci.mailbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pushes that wait for their next attempt. */
final class InMemoryPushes {

  private final Map<String, Waiting> waiting = new HashMap<>();

  private record Waiting(PendingPush push, Instant dueAt) {}

  void add(String messageId, PushOrder order, Instant since) {
    var push = new PendingPush(messageId, order.recipient(), 0, since);
    waiting.put(messageId, new Waiting(push, order.retryAt()));
  }

  List<PendingPush> claim(Instant now, Instant notBefore, int most) {
    var due =
        waiting.values().stream()
            .filter(it -> !it.dueAt().isAfter(now))
            .sorted(Comparator.comparing(Waiting::dueAt))
            .limit(most)
            .map(it -> claimed(it.push()))
            .toList();
    due.forEach(push -> waiting.put(push.messageId(), new Waiting(push, notBefore)));
    return due;
  }

  private static PendingPush claimed(PendingPush push) {
    return new PendingPush(push.messageId(), push.recipient(), push.attempts() + 1, push.since());
  }

  void postpone(String messageId, Instant until) {
    waiting.computeIfPresent(messageId, (id, it) -> new Waiting(it.push(), until));
  }

  void end(String messageId) {
    waiting.remove(messageId);
  }
}
