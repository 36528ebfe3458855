package de.amtsbote.osci.wire;

import de.amtsbote.osci.io.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A message ready for the wire, with known length; may be sent again; close it to free its spool.
 */
public interface ComposedMessage extends AutoCloseable {

  /** Octets of the HTTP body. */
  long length();

  /** Reads the HTTP body; may be called again and gives the same octets. */
  InputStream open() throws IOException;

  /** Writes the HTTP body. */
  default void writeTo(OutputStream out) throws IOException {
    try (InputStream in = open()) {
      Streams.copy(in, out);
    }
  }

  @Override
  void close();
}
