package de.amtsbote.gateway.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The English texts of the error codes. */
final class ErrorTexts {

  private static final Properties TEXTS = read();

  private ErrorTexts() {}

  static String of(String key) {
    var text = TEXTS.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("errors.properties lacks " + key);
    }
    return text;
  }

  private static Properties read() {
    try (var content = ErrorTexts.class.getResourceAsStream("/errors.properties")) {
      var texts = new Properties();
      texts.load(new InputStreamReader(content, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
