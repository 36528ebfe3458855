package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.FindingCode;
import org.xml.sax.SAXException;

/** Ends the reading of a message for a reason that is already clear. */
final class Stop extends SAXException {

  private static final long serialVersionUID = 1L;

  private final FindingCode code;
  private final String expected;

  Stop(FindingCode code, String expected) {
    super(code.code());
    this.code = code;
    this.expected = expected;
  }

  FindingCode code() {
    return code;
  }

  String expected() {
    return expected;
  }
}
