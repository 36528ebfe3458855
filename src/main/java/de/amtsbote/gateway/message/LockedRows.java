package de.amtsbote.gateway.message;

import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The messages whose rows the running transaction holds, as they are now. Nobody else can change
 * them before it ends, so that a row is asked for once, however many entries it gets.
 */
final class LockedRows {

  private final PostgresMessages messages;

  LockedRows(PostgresMessages messages) {
    this.messages = messages;
  }

  /**
   * Locks a message, unless the running transaction holds it already.
   *
   * @throws GatewayException {@link ErrorCode#MESSAGE_UNKNOWN}
   */
  PostgresMessages.Locked lock(MessageId id) {
    return held()
        .computeIfAbsent(
            id, key -> messages.lock(key).orElseThrow(() -> MessageReader.unknown(key)));
  }

  /** The running transaction has made or changed the row. */
  void put(MessageId id, PostgresMessages.Locked now) {
    held().put(id, now);
  }

  @SuppressWarnings("unchecked")
  private Map<MessageId, PostgresMessages.Locked> held() {
    var held = (Map<MessageId, PostgresMessages.Locked>) resource();
    if (held == null) {
      held = new HashMap<>();
      TransactionSynchronizationManager.bindResource(this, held);
      TransactionSynchronizationManager.registerSynchronization(new Forgetting(this, held));
    }
    return held;
  }

  private Object resource() {
    return TransactionSynchronizationManager.getResource(this);
  }

  /** What is held ends with its transaction, and is not that of one that runs inside of it. */
  private record Forgetting(Object key, Object held) implements TransactionSynchronization {

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(key, held);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
  }
}
