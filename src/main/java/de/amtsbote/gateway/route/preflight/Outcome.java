package de.amtsbote.gateway.route.preflight;

import java.util.Locale;

/** How a check ended. */
public enum Outcome {
  /** All is well. */
  PASSED,
  /** It works today, but somebody should look at it. */
  WARNING,
  /** A message would not arrive. */
  FAILED,
  /** It could not be checked, because something before it failed or was not given. */
  SKIPPED;

  /** As reports write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
