package de.amtsbote.gateway.message;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes part in all tests of the gateway: no entry reads a document while it holds locks. */
@Component
class IdentityWatch implements IdentityReader {

  @Override
  public Optional<XoevIdentity> read(Payload payload) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new AssertionError("a document is read inside of a transaction");
    }
    return Optional.empty();
  }
}
