package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.GatewayException;

/** A way to one Fachverfahren. */
public interface Delivery {

  /**
   * Hands a message over; when it returns, the Fachverfahren has taken it over. It is called again
   * with the same delivery id when nobody knows how the last call ended.
   *
   * @throws GatewayException DELIVERY_UNAVAILABLE when trying again may help, DELIVERY_REFUSED when
   *     it will not
   */
  void handOver(Handover handover);

  /**
   * Whether a hand-over only lays the message ready: the receiver has it when its reader says so.
   * The hand-over is part of the running transaction then.
   */
  default boolean waitsForReader() {
    return false;
  }

  /**
   * The gateway has noted durably that the hand-over is done; what was kept to recognise a repeat
   * may go.
   */
  default void settled(String deliveryId) {}
}
