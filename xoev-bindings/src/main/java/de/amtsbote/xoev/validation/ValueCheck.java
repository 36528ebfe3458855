package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.Shape;
import de.amtsbote.xoev.schema.PatternRule;
import de.amtsbote.xoev.schema.TypePlan;
import java.text.Normalizer;

/**
 * Checks values against the patterns that stand beside the schema, and whether they are composed
 * (NFC).
 */
final class ValueCheck {

  private static final int FIRST_COMBINING = 0x300;
  private static final int LONGEST_PATTERN = 200;

  private Findings findings;
  private boolean charset;

  void begin(Findings into) {
    findings = into;
    charset = into.wants(Level.CHARSET);
  }

  /** True when there is anything to check in values of this type. */
  boolean looksAt(TypePlan plan) {
    return !plan.patterns().isEmpty() || charset;
  }

  void element(TypePlan plan, CharSequence value, Cursor cursor) {
    PatternRule broken = plan.broken(value);
    if (broken != null) {
      if (findings.countsOnly(levelOf(broken))) {
        return;
      }
      report(broken, plan.normalized(value), cursor.place());
    } else if (charset && plan.patterns().isEmpty() && isDecomposed(value)) {
      findings.add(decomposed(Severity.WARNING, cursor.place(), "", value));
    }
  }

  void attribute(TypePlan plan, CharSequence value, Cursor cursor, String name) {
    PatternRule broken = plan.broken(value);
    if (broken != null) {
      report(broken, plan.normalized(value), cursor.placeOfAttribute(name));
    } else if (charset && plan.patterns().isEmpty() && isDecomposed(value)) {
      findings.add(decomposed(Severity.WARNING, cursor.placeOfAttribute(name), "", value));
    }
  }

  private Level levelOf(PatternRule rule) {
    return charset && Repertoire.isRepertoire(rule.pattern()) ? Level.CHARSET : Level.XSD;
  }

  private void report(PatternRule rule, CharSequence value, Place place) {
    if (levelOf(rule) == Level.CHARSET) {
      findings.add(character(rule, value, place));
    } else {
      var phrase = SchemaPhrase.of("cvc-pattern-valid");
      String source = rule.source();
      boolean known = source.length() <= LONGEST_PATTERN;
      findings.add(
          new Finding(
              Level.XSD,
              FindingCode.SCHEMA.code(),
              Severity.ERROR,
              place.line(),
              place.column(),
              place.path(),
              "cvc-pattern-valid",
              known ? source : rule.label(),
              Shape.of(value),
              phrase.cause(),
              phrase.remedy()));
    }
  }

  private Finding character(PatternRule rule, CharSequence value, Place place) {
    if (isDecomposed(value)) {
      String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
      if (rule.pattern().matches(composed)) {
        return decomposed(Severity.ERROR, place, rule.label(), value);
      }
    }
    int at = Math.min(rule.pattern().firstMismatch(value), Math.max(0, value.length() - 1));
    String found =
        value.length() == 0
            ? "empty"
            : Shape.codePoint(Character.codePointAt(value, at)) + " at position " + (at + 1);
    return FindingCode.CHARACTER.at(
        Level.CHARSET, Severity.ERROR, place, rule.label(), rule.label(), found);
  }

  private static Finding decomposed(
      Severity severity, Place place, String rule, CharSequence value) {
    return FindingCode.DECOMPOSED.at(Level.CHARSET, severity, place, rule, "NFC", Shape.of(value));
  }

  private static boolean isDecomposed(CharSequence value) {
    int length = value.length();
    for (int i = 0; i < length; i++) {
      if (value.charAt(i) >= FIRST_COMBINING) {
        return !Normalizer.isNormalized(value, Normalizer.Form.NFC);
      }
    }
    return false;
  }
}
