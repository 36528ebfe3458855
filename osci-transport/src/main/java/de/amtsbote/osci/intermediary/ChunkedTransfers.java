package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.mailbox.ChunkStore;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import java.time.Instant;

/**
 * What an intermediary needs to take messages in chunks.
 *
 * @param store where chunks wait
 * @param policy limits
 * @param reader reads the message when its last chunk is there
 */
public record ChunkedTransfers(ChunkStore store, ChunkPolicy policy, MessageReader reader) {

  /** With a reader for the keys of the intermediary. */
  public static ChunkedTransfers of(
      ChunkStore store,
      ChunkPolicy policy,
      IntermediaryKeys keys,
      AlgorithmPolicy algorithms,
      ReadLimits limits,
      Spool spool) {
    return new ChunkedTransfers(
        store, policy, new MessageReader(spool, algorithms, limits, keys.cipher()));
  }

  void purge(Instant now) {
    store.purge(now.minus(policy.patience()));
  }
}
