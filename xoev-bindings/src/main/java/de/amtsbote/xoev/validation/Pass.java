package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.schema.CompiledSchema;
import de.amtsbote.xoev.xml.BoundedStream;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.util.Locale;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Parser, guard, schema and value checks in a row; used for one message after another, by one
 * thread at a time.
 */
final class Pass {

  private static final int MOST_USES = 250;

  private int uses;
  private final XMLReader parser = Xml.messageReader();
  private final Cursor cursor = new Cursor();
  private final Guard guard;
  private final SchemaErrors errors = new SchemaErrors(cursor);
  private final TypedReader typed;

  Pass(CompiledSchema schema) {
    var validator = schema.schema().newValidatorHandler();
    english(validator);
    validator.setErrorHandler(errors);
    typed = new TypedReader(schema, validator.getTypeInfoProvider(), cursor);
    validator.setContentHandler(typed);
    guard = new Guard(validator, cursor);
    parser.setContentHandler(guard);
    parser.setErrorHandler(FATAL);
    try {
      parser.setProperty("http://xml.org/sax/properties/lexical-handler", guard);
    } catch (SAXNotRecognizedException | SAXNotSupportedException other) {
      throw new IllegalStateException("The JDK's parser tells of no comments", other);
    }
  }

  /**
   * Reads the whole message.
   *
   * @param message its bytes are buffered on top of {@code source}
   */
  void read(
      InputSource message,
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
    parser.parse(message);
  }

  /** Parsers remember every name they met, so one of them serves a limited number of messages. */
  boolean isWornOut() {
    return uses >= MOST_USES;
  }

  Cursor cursor() {
    return cursor;
  }

  /**
   * Messages are taken apart afterwards, so they must not depend on the language of the machine.
   */
  private static void english(javax.xml.validation.ValidatorHandler validator) {
    try {
      validator.setProperty("http://apache.org/xml/properties/locale", Locale.ROOT);
    } catch (SAXNotRecognizedException | SAXNotSupportedException other) {
      throw new IllegalStateException("The JDK's schema validator has no locale", other);
    }
  }

  private static final ErrorHandler FATAL =
      new ErrorHandler() {
        @Override
        public void warning(SAXParseException ignored) {
          // nothing a sender could act on
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
          throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
          throw error;
        }
      };
}
