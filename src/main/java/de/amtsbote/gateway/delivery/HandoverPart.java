package de.amtsbote.gateway.delivery;

import java.io.IOException;
import java.io.InputStream;

/**
 * A part to be handed over.
 *
 * @param name as the sender called it; not safe as a file name
 * @param size bytes
 * @param sha256 lower-case hex
 */
public record HandoverPart(
    String name, String mediaType, long size, String sha256, Content content) {

  /** Opens the bytes from their start, as often as asked. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }
}
