package de.amtsbote.gateway.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * A partner that was found.
 *
 * @param source name of the source that knew it
 * @param seenAt when the source was asked; empty when what it says is always of now
 * @param stale true when the source could not be asked again although it was time to
 */
public record Entry(Partner partner, String source, Optional<Instant> seenAt, boolean stale) {

  /** An entry that is of now. */
  public static Entry current(Partner partner, String source) {
    return new Entry(partner, source, Optional.empty(), false);
  }
}
