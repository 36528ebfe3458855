package de.amtsbote.gateway.directory.dvdv.api;

import java.util.Optional;

/**
 * What was found.
 *
 * @param value empty when nothing was
 * @param warning what the DVDV says to people, such as that a service exists but is not valid; may
 *     be empty
 */
public record Lookup<T>(Optional<T> value, String warning) {

  /** Something. */
  public static <T> Lookup<T> of(T value) {
    return new Lookup<>(Optional.of(value), "");
  }

  /** Nothing, and perhaps why. */
  public static <T> Lookup<T> nothing(String warning) {
    return new Lookup<>(Optional.empty(), warning);
  }
}
