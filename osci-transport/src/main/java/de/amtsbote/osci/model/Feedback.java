package de.amtsbote.osci.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a supplier says about an order: one entry per code and language.
 *
 * @param entries in message order, never empty in a message
 */
public record Feedback(List<Entry> entries) {

  /**
   * One code in one language.
   *
   * @param code digits as on the wire
   * @param language of the text; null if not said
   * @param text for people, never to decide by
   */
  public record Entry(String code, String language, String text) {

    /** The code, if OSCI-Transport 1.2 knows it. */
    public Optional<FeedbackCode> known() {
      return FeedbackCode.of(code);
    }

    /** Executed, warning or error; an unknown code is judged by its first digit. */
    public FeedbackCode.Kind kind() {
      return known().map(FeedbackCode::kind).orElseGet(() -> FeedbackCode.Kind.ofUnknown(code));
    }
  }

  /** Copies the entries. */
  public Feedback {
    entries = List.copyOf(entries);
  }

  /** Our texts for the codes, in each of the languages (German if none is given). */
  public static Feedback of(List<String> languages, FeedbackCode... codes) {
    List<Entry> entries = new ArrayList<>();
    for (FeedbackCode code : codes) {
      for (String language : languages.isEmpty() ? List.of("de") : languages) {
        entries.add(new Entry(code.code(), language, code.text(language)));
      }
    }
    return new Feedback(entries);
  }

  /** Our German texts for the codes. */
  public static Feedback of(FeedbackCode... codes) {
    return of(List.of(), codes);
  }

  /** The different codes in message order. */
  public List<String> codes() {
    return entries.stream().map(Entry::code).distinct().toList();
  }

  /** Whether the code occurs. */
  public boolean has(FeedbackCode code) {
    return codes().contains(code.code());
  }

  /** Whether no entry is an error; warnings do not hinder. */
  public boolean isExecuted() {
    return entries.stream().allMatch(entry -> entry.kind().isExecuted());
  }

  /** The first error, if there is one. */
  public Optional<Entry> firstError() {
    return entries.stream().filter(entry -> !entry.kind().isExecuted()).findFirst();
  }
}
