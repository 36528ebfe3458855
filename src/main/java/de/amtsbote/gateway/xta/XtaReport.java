package de.amtsbote.gateway.xta;

import java.time.Instant;
import java.util.List;

/**
 * What became of a message on its way; never anything about the case.
 *
 * @param at when it was drawn up
 * @param server who drew it up
 * @param cards process cards of the OSCI hand-overs, each a small XML document
 */
public record XtaReport(
    XtaMetadata metadata,
    Instant at,
    String server,
    Status status,
    List<Entry> entries,
    List<String> cards) {

  public XtaReport {
    entries = List.copyOf(entries);
    cards = List.copyOf(cards);
  }

  /** How it stands; the number goes over the wire. */
  public enum Status {
    OPEN,
    GREEN,
    YELLOW,
    RED
  }

  /** How grave an entry is. */
  public enum Level {
    INFO,
    WARNING,
    ERROR
  }

  /** One thing that happened. */
  public record Entry(Instant at, Level level, String code, String reason) {}
}
