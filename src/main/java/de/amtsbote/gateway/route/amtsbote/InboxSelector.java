package de.amtsbote.gateway.route.amtsbote;

import de.amtsbote.gateway.message.EntryKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which messages a route takes. Of several routes that take a message the most specific one gets
 * it: naming the account of an entry weighs more than its kind, that more than the service, that
 * more than the message type, that more than the version, and that more than the standard.
 */
public record InboxSelector(
    Optional<String> standard,
    Optional<String> version,
    Set<String> messageTypes,
    Optional<String> service,
    Optional<String> entry) {

  /** Entries of these kinds must be named; a route without entry sends no mail on in circles. */
  private static final Set<String> TO_BE_NAMED =
      Stream.of(
              EntryKind.OSCI_MAILBOX,
              EntryKind.OSCI_PUSH,
              EntryKind.XTA_MAILBOX,
              EntryKind.FIT_CONNECT,
              EntryKind.REPLY)
          .map(InboxSelector::kind)
          .collect(Collectors.toSet());

  private static final Set<String> KINDS =
      Arrays.stream(EntryKind.values()).map(InboxSelector::kind).collect(Collectors.toSet());

  static InboxSelector of(AmtsboteConfiguration options) {
    return of(
        options.getStandard(),
        options.getVersion(),
        options.getMessageType(),
        options.getService(),
        options.getEntry());
  }

  /** Null or blank means: not selected by this. */
  public static InboxSelector of(
      String standard, String version, String messageType, String service, String entry) {
    return new InboxSelector(
        text(standard), text(version), list(messageType), text(service), text(entry));
  }

  public boolean takes(InboxKey message) {
    return fits(standard, message.standard())
        && fits(version, message.version())
        && (messageTypes.isEmpty()
            || message.messageType().filter(messageTypes::contains).isPresent()
            || message.root().filter(messageTypes::contains).isPresent())
        && fits(service, message.service())
        && entry.map(it -> entryFits(it, message)).orElse(!TO_BE_NAMED.contains(message.entry()));
  }

  /** Higher is more specific; equal weights select by the same properties. */
  public int weight() {
    return bit(5, entry.filter(it -> !KINDS.contains(it)).isPresent())
        + bit(4, entry.filter(KINDS::contains).isPresent())
        + bit(3, service.isPresent())
        + bit(2, !messageTypes.isEmpty())
        + bit(1, version.isPresent())
        + bit(0, standard.isPresent());
  }

  /** Whether some message could be taken by both with neither being more specific. */
  public boolean isAmbiguousWith(InboxSelector other) {
    return weight() == other.weight()
        && standard.equals(other.standard)
        && version.equals(other.version)
        && service.equals(other.service)
        && entriesMeet(other)
        && (messageTypes.isEmpty() || !Collections.disjoint(messageTypes, other.messageTypes));
  }

  private boolean entriesMeet(InboxSelector other) {
    if (entry.isEmpty()) {
      return true;
    }
    var mine = entry.get().split(":", 2);
    var theirs = other.entry.orElseThrow().split(":", 2);
    var common = mine.length == 2 && theirs.length == 2 ? mine.length : 1;
    return common == 2
        ? Arrays.equals(mine, theirs)
        : !Collections.disjoint(List.of(mine), List.of(theirs));
  }

  /** A kind of entry as routes write it, such as {@code osci-mailbox}. */
  public static String kind(EntryKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean entryFits(String wanted, InboxKey message) {
    return wanted.equals(message.entry())
        || wanted.equals(message.account())
        || wanted.equals(message.entry() + ":" + message.account());
  }

  private static boolean fits(Optional<String> wanted, Optional<String> actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  private static int bit(int position, boolean set) {
    return set ? 1 << position : 0;
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(it -> !it.isEmpty());
  }

  private static Set<String> list(String value) {
    return text(value).stream()
        .flatMap(it -> Arrays.stream(it.split(",")))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet::new), Collections::unmodifiableSet));
  }

  /** Readable in errors and in the log: {@code standard=xdemo, entry=rest}. */
  @Override
  public String toString() {
    var parts = new ArrayList<String>();
    standard.ifPresent(it -> parts.add("standard=" + it));
    version.ifPresent(it -> parts.add("version=" + it));
    join(messageTypes).ifPresent(it -> parts.add("messageType=" + it));
    service.ifPresent(it -> parts.add("service=" + it));
    entry.ifPresent(it -> parts.add("entry=" + it));
    return parts.isEmpty() ? "every message" : String.join(", ", parts);
  }

  private static Optional<String> join(Collection<String> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
  }
}
