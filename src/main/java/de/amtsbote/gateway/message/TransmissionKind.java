package de.amtsbote.gateway.message;

/** By what means a message is handed over. */
public enum TransmissionKind {
  OSCI,
  DELIVERY,
  XTA
}
