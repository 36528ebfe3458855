package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.mailbox.ChunkStore;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import java.time.Instant;

/**
 * What an intermediary needs to take messages in chunks.
 *
 * @param store where chunks wait
 * @param policy limits
 * @param reader reads the message when its last chunk is there
 * @param composer composes the message that is given in chunks
 */
public record ChunkedTransfers(
    ChunkStore store, ChunkPolicy policy, MessageReader reader, MessageComposer composer) {

  /** How the carrying container, its content and its attachment are called by all peers. */
  static final String CONTAINER = "ChunkContentContainer";

  static final String CONTENT = "ChunkContent";
  static final String ATTACHMENT = "ChunkBlobStoreDelivery";

  /** With a reader for the keys of the intermediary. */
  public static ChunkedTransfers of(
      ChunkStore store,
      ChunkPolicy policy,
      IntermediaryKeys keys,
      AlgorithmPolicy algorithms,
      ReadLimits limits,
      Spool spool) {
    return new ChunkedTransfers(
        store,
        policy,
        new MessageReader(spool, algorithms, limits, keys.cipher()),
        new MessageComposer(spool, algorithms));
  }

  /** The beginning of the names of all transfers of a client. */
  static String ofClient(String mailbox) {
    return mailbox + "/";
  }

  /** The name of a message on its way in. */
  static String incoming(String mailbox, String messageId) {
    return ofClient(mailbox) + "store/" + messageId;
  }

  /** The name of an answer on its way out. */
  static String outgoing(String mailbox, String messageId) {
    return ofClient(mailbox) + "fetch/" + messageId;
  }

  void purge(Instant now) {
    store.purge(now.minus(policy.patience()));
  }
}
