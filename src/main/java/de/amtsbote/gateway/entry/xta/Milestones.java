package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.xta.XtaTimes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The times that the server enters, from what the process cards and the timeline tell. */
final class Milestones {

  private Milestones() {}

  static XtaTimes of(
      XtaTimes asked, Message message, List<Transmission> handovers, List<TimelineEntry> timeline) {
    var handedOver = first(timeline, TimelineEvent.HANDED_OVER);
    var sent = earliest(handovers, it -> it.card().created());
    var forwarded = earliest(handovers, it -> it.card().forwarded());
    var received = latest(handovers, it -> it.card().received());
    var has = message.state().hasReached(MessageState.DELIVERED);
    var confirmed = received == null ? first(timeline, TimelineEvent.RECEIPT) : received;
    return asked.stamped(
        sent == null ? handedOver : sent,
        forwarded == null && sent == null ? handedOver : forwarded == null ? sent : forwarded,
        confirmed,
        has && confirmed == null ? first(timeline, TimelineEvent.DELIVERED) : confirmed);
  }

  private static Instant first(List<TimelineEntry> timeline, TimelineEvent event) {
    return timeline.stream()
        .filter(it -> it.event() == event)
        .map(TimelineEntry::at)
        .findFirst()
        .orElse(null);
  }

  private static Instant earliest(
      List<Transmission> handovers, Function<Transmission, Instant> time) {
    return handovers.stream()
        .map(time)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** All receivers have it only when the last one has. */
  private static Instant latest(
      List<Transmission> handovers, Function<Transmission, Instant> time) {
    var times = handovers.stream().map(time).toList();
    return times.isEmpty() || times.contains(null)
        ? null
        : times.stream().max(Comparator.naturalOrder()).orElse(null);
  }
}
