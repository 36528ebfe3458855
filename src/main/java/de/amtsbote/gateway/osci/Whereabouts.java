package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.message.Transmission;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Tells which intermediary a hand-over stays with: the one that gave its OSCI message id. Only that
 * one knows whether it took the message, and has its receipt.
 */
final class Whereabouts {

  private final LongFunction<Optional<Intermediary>> known;

  private Whereabouts(LongFunction<Optional<Intermediary>> known) {
    this.known = known;
  }

  Whereabouts(KnownIntermediaryStore known) {
    this(known::find);
  }

  /** The same, which asks for each intermediary once. */
  Whereabouts remembering() {
    var asked = new HashMap<Long, Optional<Intermediary>>();
    return new Whereabouts(key -> asked.computeIfAbsent(key, known::apply));
  }

  /**
   * Where a hand-over is.
   *
   * @param now where the directory sends its receiver's messages; empty when it does not say
   * @return as the directory describes it where that still means the same one, which may have got
   *     new certificates or another address
   */
  Optional<Intermediary> of(Transmission transmission, Optional<Intermediary> now) {
    var before = Optional.ofNullable(transmission.intermediary()).flatMap(known::apply);
    return now.filter(it -> before.isEmpty() || isSame(before.get(), it)).or(() -> before);
  }

  /** True when it got its id from another one than where its receiver's messages go now. */
  boolean hasMoved(Transmission transmission, Intermediary now) {
    return transmission.intermediary() != null
        && !of(transmission, Optional.of(now)).equals(Optional.of(now));
  }

  private static boolean isSame(Intermediary before, Intermediary now) {
    return before.url().equals(now.url())
        || before.signatureCertificate().equals(now.signatureCertificate());
  }
}
