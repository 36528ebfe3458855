package de.amtsbote.osci.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Where outgoing octets come from; opened once while composing. */
@FunctionalInterface
public interface ContentSource {

  /** Opens the octets; the composer closes the stream. */
  InputStream open() throws IOException;

  /** Octets in memory. */
  static ContentSource of(byte[] octets) {
    return () -> new ByteArrayInputStream(octets);
  }
}
