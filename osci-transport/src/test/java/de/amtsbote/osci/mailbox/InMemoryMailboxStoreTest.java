package de.amtsbote.osci.mailbox;

class InMemoryMailboxStoreTest extends MailboxStoreContract {

  @Override
  protected MailboxStore createStore() {
    return new InMemoryMailboxStore();
  }
}
