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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Turns what stops a parser into findings. */
final class ParserErrors {

  private static final Pattern LIMIT = Pattern.compile("JAXP0001000([0-9])");
  private static final Pattern NUMBER = Pattern.compile("\"([0-9][0-9.,\\h]*)\"");
  private static final Map<String, String> LIMITED =
      Map.of("2", "attributes", "5", "characters of a name", "6", "depth");

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
    Matcher limit = LIMIT.matcher(message);
    if (limit.find()) {
      String expected = expected(limit.group(1), message);
      return FindingCode.LIMIT.at(Level.SAFE, Severity.ERROR, place, "", expected, "more");
    }
    FindingCode code =
        message.contains("DOCTYPE") ? FindingCode.DOCTYPE : FindingCode.NOT_WELL_FORMED;
    return code.at(Level.SAFE, Severity.ERROR, place, "", "", "");
  }

  /** What a limit of the JDK's parser is about, and the last number that its message quotes. */
  private static String expected(String kind, String message) {
    String what = LIMITED.getOrDefault(kind, "size");
    String number = "";
    for (Matcher quoted = NUMBER.matcher(message); quoted.find(); ) {
      number = quoted.group(1).replaceAll("\\D", "");
    }
    return number.isEmpty() ? what : what + " <= " + number;
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
