package de.amtsbote.gateway.entry.limits;

/** The ways in that have places of their own, so that one cannot shut the other. */
public enum Door {
  REST,
  OSCI,
  XTA,
  /** Questions whether a message would arrive, which may wait for others a long time. */
  PREFLIGHT;

  private static final int PREFLIGHT_SHARE = 4;

  /** How many may come in here at the same time, where so many messages may. */
  int places(int messages) {
    return this == PREFLIGHT ? Math.max(2, messages / PREFLIGHT_SHARE) : messages;
  }

  /** The door of entries whose messages authenticate themselves; null for others. */
  static Door of(String path) {
    if (path.equals("/osci") || path.startsWith("/osci/")) {
      return OSCI;
    }
    return path.startsWith("/xta/") ? XTA : null;
  }
}
