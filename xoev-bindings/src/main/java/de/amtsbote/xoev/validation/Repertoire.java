package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.regex.LinearPattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells patterns that list the letters of Latin script (DIN 91379, String.Latin) from patterns that
 * describe a form: the former take any order and number of European letters, and no other script.
 */
final class Repertoire {

  private static final String EUROPEAN = "ßÄzéĐłŞőñÅAaBbYy";
  private static final String FOREIGN = "\u0416\u05D0\u4E2D";
  private static final Map<LinearPattern, Boolean> KNOWN = new ConcurrentHashMap<>();

  private Repertoire() {}

  static boolean isRepertoire(LinearPattern pattern) {
    return KNOWN.computeIfAbsent(pattern, Repertoire::looksLikeOne);
  }

  private static boolean looksLikeOne(LinearPattern pattern) {
    return pattern.matches(EUROPEAN)
        && pattern.matches(new StringBuilder(EUROPEAN + EUROPEAN).reverse())
        && FOREIGN.chars().noneMatch(c -> pattern.matches(Character.toString(c)));
  }
}
