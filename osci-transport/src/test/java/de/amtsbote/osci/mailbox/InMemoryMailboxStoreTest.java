package de.amtsbote.osci.mailbox;

import de.amtsbote.osci.spool.Spool;

class InMemoryMailboxStoreTest extends MailboxStoreContract {

  @Override
  protected MailboxStore createStore() {
    return new InMemoryMailboxStore(Spool.temporary());
  }
}
