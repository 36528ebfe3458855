package de.amtsbote.xoev.schema;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Stops at the first error; warnings of schema compilation say nothing an operator could use. */
final class FirstError implements ErrorHandler {

  @Override
  public void warning(SAXParseException ignored) {}

  @Override
  public void error(SAXParseException error) throws SAXParseException {
    throw error;
  }

  @Override
  public void fatalError(SAXParseException error) throws SAXParseException {
    throw error;
  }
}
