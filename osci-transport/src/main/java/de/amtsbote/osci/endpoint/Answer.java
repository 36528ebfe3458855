package de.amtsbote.osci.endpoint;

import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;

/**
 * An answer before it is signed, encrypted and packed.
 *
 * @param message what it says
 * @param security how it is protected
 * @param release frees what the message refers to; run once the answer is sent
 */
public record Answer(OutgoingMessage message, OrderSecurity security, Runnable release)
    implements AutoCloseable {

  /** An answer that holds on to nothing. */
  public static Answer of(OutgoingMessage message, OrderSecurity security) {
    return new Answer(message, security, () -> {});
  }

  @Override
  public void close() {
    release.run();
  }
}
