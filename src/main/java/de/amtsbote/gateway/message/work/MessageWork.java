package de.amtsbote.gateway.message.work;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;

/** What is done for a stored message: the route that takes it. */
public interface MessageWork {

  /**
   * Does all that can be done now. It may be called again for the same message after a failure or a
   * crash at any point, so each step must be repeatable; it moves the message on by itself.
   *
   * @throws GatewayException its kind decides: rejected, tried again, or parked; any other
   *     exception counts as {@link ErrorCode#INTERNAL}
   */
  void run(Message message);
}
