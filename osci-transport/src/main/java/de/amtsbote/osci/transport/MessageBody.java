package de.amtsbote.osci.transport;

import java.io.IOException;
import java.io.InputStream;

/** A complete message, ready to be sent; may be larger than the memory. */
public interface MessageBody {

  /** Number of octets. */
  long length();

  /** The octets from the beginning; may be called more than once. */
  InputStream open() throws IOException;
}
