package de.amtsbote.osci.xml;

import com.ctc.wstx.exc.WstxIOException;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.BoundedOutput;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** What goes wrong while XML is read, as the rule that was broken. */
final class XmlFailures {

  private XmlFailures() {}

  static OsciException asOsci(IOException e) {
    if (e instanceof BoundedOutput.LimitExceededException) {
      return new OsciException(Rule.XML_LIMIT, "more octets than allowed", e);
    }
    return e instanceof OsciException osci ? osci : new OsciException(Rule.INTERNAL, "spool", e);
  }

  static OsciException refused(XMLStreamException e) {
    if (e instanceof WstxIOException && e.getCause() instanceof IOException io) {
      return io instanceof CharConversionException
          ? new OsciException(Rule.XML_MALFORMED, "not UTF-8", io)
          : asOsci(io);
    }
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    boolean limit = message.contains("limit") && message.contains("exceeded");
    return new OsciException(limit ? Rule.XML_LIMIT : Rule.XML_MALFORMED, null, e);
  }
}
