package de.amtsbote.gateway.message;

/** Where one hand-over is. */
public enum TransmissionState {
  /** Nothing has left the gateway. */
  PLANNED,
  /**
   * An attempt is under way, or one ended without a known result, whatever became of later ones:
   * ask the receiver before sending again.
   */
  SENDING,
  /** The intermediary has it; the receipt is still to come. */
  SENT,
  /** The receiver has it. */
  DELIVERED,
  /** The receiver will not take it. */
  FAILED,
  /** An operator chose another receiver. */
  REPLACED
}
