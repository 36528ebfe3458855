package de.amtsbote.gateway.entry.limits;

/** The ways in that have places of their own, so that one cannot shut the other. */
public enum Door {
  REST,
  OSCI,
  XTA;

  /** The door of entries whose messages authenticate themselves; null for others. */
  static Door of(String path) {
    if (path.equals("/osci") || path.startsWith("/osci/")) {
      return OSCI;
    }
    return path.startsWith("/xta/") ? XTA : null;
  }
}
