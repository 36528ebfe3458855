package de.amtsbote.osci.wire;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.spool.Spool;

/** Signs, encrypts and packs messages; immutable, for any number of threads. */
public final class MessageComposer {

  private final Spool spool;
  private final AlgorithmPolicy policy;

  /** A composer that writes with the algorithms of a policy. */
  public MessageComposer(Spool spool, AlgorithmPolicy policy) {
    this.spool = spool;
    this.policy = policy;
  }

  /**
   * Composes a message; the caller closes the result.
   *
   * @throws OsciException if content cannot be read or a key cannot be used
   */
  public ComposedMessage compose(OutgoingMessage message, OrderSecurity security)
      throws OsciException {
    throw new UnsupportedOperationException(spool + " " + policy + " " + message + security);
  }
}
