package de.amtsbote.osci.mailbox;

import java.io.IOException;
import java.io.InputStream;

/** Octets with a name that can be read more than once; they may be larger than the memory. */
public interface PartSource {

  /** Unique within a delivery. */
  String name();

  /** Number of octets. */
  long length();

  /** The octets from the beginning; the caller closes the stream. */
  InputStream open() throws IOException;
}
