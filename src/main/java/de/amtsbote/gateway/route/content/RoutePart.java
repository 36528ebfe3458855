package de.amtsbote.gateway.route.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A part as the route has it now: from the store, or made by a step of the route.
 *
 * @param seal size and digest when they are known already
 */
public record RoutePart(String name, String mediaType, Optional<Seal> seal, Source source) {

  /** Opens the bytes from their start, as often as asked. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /**
   * What the bytes are known by.
   *
   * @param sha256 lower-case hex
   */
  public record Seal(long size, String sha256) {}
}
