package de.amtsbote.gateway.console;

import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import java.util.Map;
import java.util.TreeMap;

/** A line of a timeline. */
record TimelineRow(
    int sequence,
    String at,
    TimelineEvent event,
    MessageState state,
    String code,
    String actor,
    Map<String, String> details) {

  static TimelineRow of(TimelineEntry entry, Times times) {
    return new TimelineRow(
        entry.sequence(),
        times.text(entry.at()),
        entry.event(),
        entry.state(),
        entry.code(),
        entry.actor(),
        new TreeMap<>(entry.details()));
  }
}
