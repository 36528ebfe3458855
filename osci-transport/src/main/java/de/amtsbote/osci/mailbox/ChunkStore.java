package de.amtsbote.osci.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * Where the chunks of a chunked transfer wait for each other. Every method that changes something
 * is atomic and durable when it returns. A store that fails throws {@link MailboxStoreException}.
 */
public interface ChunkStore {

  /**
   * Keeps a chunk.
   *
   * @param transfer names the transfer; opaque
   * @param number from 1
   * @return false if there is a chunk with this number; it is not replaced
   */
  boolean put(String transfer, long number, PartSource chunk, Instant at);

  /** The numbers of the chunks that are there, ascending. */
  List<Long> numbers(String transfer);

  /** Number of octets of all chunks that are there. */
  long size(String transfer);

  /** All chunks one after the other; the caller closes the stream. */
  default InputStream open(String transfer) throws IOException {
    return open(transfer, 0, size(transfer));
  }

  /** A range of all chunks one after the other; the caller closes the stream. */
  InputStream open(String transfer, long offset, long count) throws IOException;

  /** Number of octets of all transfers whose name begins so. */
  long held(String beginning);

  /** Forgets a transfer. */
  void remove(String transfer);

  /** Forgets transfers whose last chunk came before this instant. */
  void purge(Instant before);
}
