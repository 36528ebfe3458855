package de.amtsbote.xoev.validation;

import java.time.Duration;

/**
 * What a message may cost. Beyond a limit the answer is a refusal, not a slow machine.
 *
 * @param maxBytes size of the message in bytes
 * @param maxDepth nesting of elements
 * @param maxElements number of elements
 * @param maxAttributes attributes of one element
 * @param maxText characters of one text
 * @param maxBinary characters of one base64 or hexadecimal content
 * @param maxMarkup bytes of one tag, comment, processing instruction or CDATA section
 * @param maxLatinText characters of one text that is no base64 (level charset)
 * @param maxFindings findings kept in the report; more are counted only
 * @param maxRulesBytes size up to which Schematron runs, in bytes, because it needs the message in
 *     memory
 * @param time time for the whole validation
 */
public record Limits(
    long maxBytes,
    int maxDepth,
    long maxElements,
    int maxAttributes,
    int maxText,
    int maxBinary,
    long maxMarkup,
    int maxLatinText,
    int maxFindings,
    long maxRulesBytes,
    Duration time) {

  /** Enough for every published standard, small enough for a shared node. */
  public static final Limits DEFAULT =
      new Limits(
          512L << 20,
          256,
          20_000_000,
          256,
          8 << 20,
          16 << 20,
          8L << 20,
          32_768,
          1_000,
          64L << 20,
          Duration.ofSeconds(60));

  /** The same limits with another bound on the findings that are kept. */
  public Limits withMaxFindings(int findings) {
    return new Limits(
        maxBytes,
        maxDepth,
        maxElements,
        maxAttributes,
        maxText,
        maxBinary,
        maxMarkup,
        maxLatinText,
        findings,
        maxRulesBytes,
        time);
  }

  /** The same limits with another time. */
  public Limits withTime(Duration other) {
    return new Limits(
        maxBytes,
        maxDepth,
        maxElements,
        maxAttributes,
        maxText,
        maxBinary,
        maxMarkup,
        maxLatinText,
        maxFindings,
        maxRulesBytes,
        other);
  }

  /** The same limits with another bound on single texts that are no base64. */
  public Limits withMaxLatinText(int characters) {
    return new Limits(
        maxBytes,
        maxDepth,
        maxElements,
        maxAttributes,
        maxText,
        maxBinary,
        maxMarkup,
        characters,
        maxFindings,
        maxRulesBytes,
        time);
  }
}
