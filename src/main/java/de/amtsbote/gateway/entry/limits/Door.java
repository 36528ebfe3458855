package de.amtsbote.gateway.entry.limits;

/** The ways in that have places of their own, so that one cannot shut the other. */
public enum Door {
  REST,
  OSCI
}
