package de.amtsbote.xoev;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The levels of validation, in the order in which they report. */
public enum Level {
  /** Well-formed, no document type declaration, within the limits; also the dispatch results. */
  SAFE,
  /** Characters of DIN 91379, composed form (NFC), length of single texts. */
  CHARSET,
  /** XML Schema. */
  XSD,
  /** Codes against the installed code lists. */
  CODES,
  /** The message header against the message and the clock. */
  HEADER,
  /** Schematron rules of the package. */
  SCHEMATRON;

  /** The name used in configuration, options and reports. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a list such as {@code safe,xsd,schematron}.
   *
   * @throws XoevException ({@link XoevError#LEVEL_UNKNOWN}) for a name that is no level
   */
  public static Set<Level> parse(String commaSeparated) {
    var levels = EnumSet.noneOf(Level.class);
    for (String name : commaSeparated.split(",")) {
      levels.add(named(name.strip()));
    }
    return levels;
  }

  private static Level named(String name) {
    for (Level level : values()) {
      if (level.key().equals(name.toLowerCase(Locale.ROOT))) {
        return level;
      }
    }
    throw new XoevException(XoevError.LEVEL_UNKNOWN, name);
  }
}
