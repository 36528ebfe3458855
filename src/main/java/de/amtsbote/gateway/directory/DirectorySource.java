package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.message.GatewayException;
import java.util.Optional;

/** One place that knows who is competent and how they are reached. */
public interface DirectorySource {

  /** Its name in the configured order. */
  String name();

  /**
   * Who takes messages for this reader.
   *
   * @throws GatewayException DIRECTORY_UNAVAILABLE and the like when nobody knows now
   */
  Answer find(Wanted wanted);

  /**
   * The partner of a logical name that this source gave out; empty when it is none of its names, or
   * is no longer known.
   *
   * @throws GatewayException DIRECTORY_UNAVAILABLE and the like when nobody knows now
   */
  Optional<Entry> named(String partner);

  /** What is remembered of a partner seems to be wrong; it serves until it was looked up again. */
  default void doubt(String partner) {}
}
