package de.amtsbote.gateway.route;

import de.amtsbote.gateway.message.TimelineEntry;
import de.amtsbote.gateway.message.TimelineEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whose certificates signed a message, as its timeline tells. */
public final class Signers {

  private Signers() {}

  /** SHA-1 of their certificates, hexadecimal, each once. */
  public static Set<String> of(Collection<TimelineEntry> timeline) {
    return timeline.stream()
        .filter(it -> it.event() == TimelineEvent.SIGNED_BY)
        .map(it -> it.details().getOrDefault("fingerprint", ""))
        .flatMap(it -> Arrays.stream(it.split(" ")))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
