package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.Finding.Words;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of preflight reports, in both languages. */
final class PreflightTexts {

  private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("preflight", Locale.ROOT);
  private static final ResourceBundle GERMAN = ResourceBundle.getBundle("preflight", Locale.GERMAN);
  private static final ResourceBundle GERMAN_ERRORS =
      ResourceBundle.getBundle("messages", Locale.ROOT);

  private PreflightTexts() {}

  /** A sentence of this key. */
  static Words of(String key) {
    return new Words(GERMAN.getString(key), ENGLISH.getString(key));
  }

  static Words cause(ErrorCode code) {
    return new Words(GERMAN_ERRORS.getString("error." + code.name() + ".cause"), code.cause());
  }

  static Words remedy(ErrorCode code) {
    return new Words(GERMAN_ERRORS.getString("error." + code.name() + ".remedy"), code.remedy());
  }
}
