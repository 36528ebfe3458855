package de.amtsbote.xoev;

import java.util.Locale;

/** What a validation says about a message. */
public enum Verdict {
  VALID,
  INVALID,
  /** Not checkable: a rule set itself failed or a limit stopped it. Never to be taken for valid. */
  UNKNOWN;

  /** The name used in reports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
