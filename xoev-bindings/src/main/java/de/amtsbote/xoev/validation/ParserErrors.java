package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.Finding;
import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Place;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.xml.BoundedStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Turns what stops a parser into findings. */
final class ParserErrors {

  private ParserErrors() {}

  static Finding finding(SAXException broken) {
    if (broken.getException() instanceof IOException io) {
      return finding(io, Place.NOWHERE);
    }
    Place place =
        broken instanceof SAXParseException at
            ? new Place(Math.max(0, at.getLineNumber()), Math.max(0, at.getColumnNumber()), "")
            : Place.NOWHERE;
    String message = String.valueOf(broken.getMessage());
    FindingCode code = FindingCode.NOT_WELL_FORMED;
    if (message.contains("DOCTYPE")) {
      code = FindingCode.DOCTYPE;
    } else if (message.contains("JAXP0001")) {
      code = FindingCode.LIMIT;
    }
    return code.at(Level.SAFE, Severity.ERROR, place, "", "", "");
  }

  static Finding finding(IOException failed, Place place) {
    FindingCode code = FindingCode.UNREADABLE;
    if (failed instanceof UnsupportedEncodingException) {
      code = FindingCode.ENCODING;
    } else if (failed instanceof CharConversionException) {
      code = FindingCode.NOT_WELL_FORMED;
    } else if (failed instanceof BoundedStream.TooLong beyond) {
      return FindingCode.LIMIT.at(Level.SAFE, Severity.ERROR, place, "", beyond.expected(), "");
    }
    return code.at(Level.SAFE, Severity.ERROR, place, "", "", "");
  }
}
