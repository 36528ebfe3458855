package de.amtsbote.xoev;

import java.util.Locale;

/** How much a finding weighs: only an {@link #ERROR} makes a message invalid. */
public enum Severity {
  ERROR,
  WARNING,
  INFORMATION;

  /** The name used in configuration and reports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
