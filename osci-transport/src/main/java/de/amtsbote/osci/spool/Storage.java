package de.amtsbote.osci.spool;

import java.io.IOException;

/** Where the sealed chunks of one spool file lie. */
interface Storage {

  /** Writes the next chunk. */
  void write(byte[] octets, int count) throws IOException;

  /** Reads a chunk; gives how many octets it has. */
  int read(byte[] target, int chunk) throws IOException;

  /** Gives the room back. */
  void close() throws IOException;
}
