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
   * Called after a hand-over, within the transaction that notes it.
   *
   * @return true when the receiver is still to say what becomes of the message; its answer finds
   *     the message from now on
   */
  default boolean awaitsAnswer(Handover handover) {
    return false;
  }

  /**
   * The gateway has noted durably that the hand-over is done; what was kept to recognise a repeat
   * may go.
   */
  default void settled(String deliveryId) {}

  /**
   * Finds out whether the receiver could be reached now; nothing is handed over.
   *
   * @throws GatewayException why it could not
   */
  default void probe() {}
}
