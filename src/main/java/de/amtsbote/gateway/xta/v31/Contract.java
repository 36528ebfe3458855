package de.amtsbote.gateway.xta.v31;

import java.io.IOException;
import java.util.Optional;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The schema of XTA 2 v3.1, written by ourselves from what the standard says. */
public final class Contract {

  private static final String FOLDER = "/xta/v31/";
  private static final String UNRESOLVED = "cvc-id.1";

  private Contract() {}

  /** Compiled when XTA is used first, once. */
  private static final class Held {
    static final Schema SCHEMA =
        Xml.schema(FOLDER, new StreamSource(Xml.resource(FOLDER + "xta.xsd"), "xta.xsd"));
  }

  /**
   * What is wrong with an element; empty when nothing is. What its references to ids mean is for
   * whoever has the whole envelope.
   *
   * @return element and rule, never a value
   */
  public static Optional<String> violation(Element element) {
    var validator = Held.SCHEMA.newValidator();
    validator.setErrorHandler(new Strict());
    try {
      validator.validate(new DOMSource(element));
      return Optional.empty();
    } catch (SAXException e) {
      return Optional.of(rule(e));
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read from outside", e);
    }
  }

  /** Checks events one by one; the first violation is thrown. */
  static ValidatorHandler handler() {
    var handler = Held.SCHEMA.newValidatorHandler();
    handler.setErrorHandler(new Strict());
    return handler;
  }

  /** The name of the rule, without the offending value that the parser's text holds. */
  static String rule(SAXException violation) {
    var text = String.valueOf(violation.getMessage());
    var colon = text.indexOf(':');
    return colon > 0 && text.startsWith("cvc-") ? text.substring(0, colon) : "schema violated";
  }

  private static final class Strict implements ErrorHandler {

    @Override
    public void warning(SAXParseException warning) {
      // a warning violates nothing
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
      if (!UNRESOLVED.equals(rule(error))) {
        throw error;
      }
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      throw error;
    }
  }
}
