package de.amtsbote.osci.mailbox;

import de.amtsbote.osci.spool.Spool;

class InMemoryChunkStoreTest extends ChunkStoreContract {

  @Override
  protected ChunkStore createStore() {
    return new InMemoryChunkStore(Spool.temporary());
  }
}
