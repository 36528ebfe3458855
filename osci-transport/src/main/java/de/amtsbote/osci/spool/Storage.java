package de.amtsbote.osci.spool;

import java.io.IOException;

/** Where the sealed octets of one spool file lie. */
interface Storage {

  /** Writes octets at a position. */
  void write(byte[] octets, int count, long position) throws IOException;

  /** Reads from a position as much as there is and goes into the target. */
  int read(byte[] target, long position) throws IOException;

  /** Gives the room back. */
  void close() throws IOException;
}
