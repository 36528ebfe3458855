package de.amtsbote.gateway.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the head of a payload for what the message says of itself. */
@FunctionalInterface
public interface IdentityReader {

  /**
   * The identity of a message that is being handed in.
   *
   * @return empty when it has none, or none that can be read: that is no reason to refuse it here
   */
  Optional<XoevIdentity> read(Payload payload);

  /** The payload, readable as often as asked. */
  @FunctionalInterface
  interface Payload {

    /** From its beginning. */
    InputStream open() throws IOException;
  }
}
