package de.amtsbote.gateway.route.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A small part that is fetched and decrypted once, however many steps read it. It lives as long as
 * the run of the route.
 */
final class KeptSource implements RoutePart.Source {

  /** Larger parts are streamed from the store each time. */
  static final long MOST_BYTES = 256 * 1024L;

  private final RoutePart.Source stored;
  private byte[] content;

  KeptSource(RoutePart.Source stored) {
    this.stored = stored;
  }

  @Override
  public synchronized InputStream open() throws IOException {
    if (content == null) {
      try (var in = stored.open()) {
        content = in.readAllBytes();
      }
    }
    return new ByteArrayInputStream(content);
  }
}
