package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.schema.CompiledSchema;
import de.amtsbote.xoev.xml.BoundedStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.SAXSource;
import javax.xml.validation.Validator;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;

/**
 * Reader, guard, schema and value checks in a row; used for one message after another, by one
 * thread at a time.
 */
final class Pass {

  private static final int MOST_USES = 250;

  private int uses;
  private final Cursor cursor = new Cursor();
  private final SchemaErrors errors = new SchemaErrors(cursor);
  private final Guard guard = new Guard(cursor);
  private final TypedReader typed;
  private final Validator validator;
  private final MessageReader reader;

  Pass(CompiledSchema schema) {
    validator = schema.schema().newValidator();
    english(validator);
    validator.setErrorHandler(errors);
    typed = new TypedReader(schema, cursor);
    reader = new MessageReader(guard, typed);
  }

  /**
   * Reads the whole message.
   *
   * @param message its bytes are buffered on top of {@code source}
   * @param encoding an allowed one
   */
  void read(
      InputStream message,
      String encoding,
      BoundedStream source,
      Limits limits,
      Findings findings,
      CodeCheck.Lookup lookup,
      Gathering gathering,
      long deadline)
      throws SAXException, IOException {
    uses++;
    errors.begin(findings);
    typed.begin(findings, lookup);
    guard.begin(source, limits, findings, gathering, deadline);
    var input = new InputSource(message);
    input.setEncoding(encoding);
    validator.validate(new SAXSource(reader, input), new SAXResult(typed));
  }

  /**
   * Validators remember every name they met, so one of them serves a limited number of messages.
   */
  boolean isWornOut() {
    return uses >= MOST_USES;
  }

  Cursor cursor() {
    return cursor;
  }

  /**
   * Messages are taken apart afterwards, so they must not depend on the language of the machine.
   */
  private static void english(Validator validator) {
    try {
      validator.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
    } catch (SAXNotRecognizedException | SAXNotSupportedException other) {
      throw new IllegalStateException("The JDK's schema validator has no locale", other);
    }
  }
}
