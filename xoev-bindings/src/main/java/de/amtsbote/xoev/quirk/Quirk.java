package de.amtsbote.xoev.quirk;

import java.util.Locale;

/** A deviation that can be tolerated in messages of a partner. */
public enum Quirk {
  /** The payload was base64-encoded a second time. */
  DOUBLE_BASE64,
  /** A byte order mark stands before the XML declaration, or blanks do. */
  LEADING_BLANKS,
  /** The partner expects {@code xsi:schemaLocation} on the root of what it gets. */
  WANTS_SCHEMA_LOCATION,
  /** The partner expects a fixed file name. */
  WANTS_FILE_NAME,
  /** The partner still sends another header than the standard has; the value names its profile. */
  OLD_HEADER;

  /** The name in YAML, such as {@code double-base64}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
