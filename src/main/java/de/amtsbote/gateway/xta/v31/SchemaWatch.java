package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Checks elements against the schema while they are read. Octets do not pass here, so that nothing
 * grows with them.
 *
 * <p>All methods throw {@link XtaError#PARAMETERS_MISSING} when the schema is violated.
 */
final class SchemaWatch {

  private static final char[] TEXT = {'x'};

  private final ValidatorHandler schema = Contract.handler();

  /** A check that may fail. */
  @FunctionalInterface
  private interface Step {
    void take() throws SAXException;
  }

  void begin() {
    take(schema::startDocument);
  }

  void finish() {
    take(schema::endDocument);
  }

  /** The element at which the reader stands begins. */
  void start(XMLStreamReader xml) {
    take(() -> element(xml));
  }

  private void element(XMLStreamReader xml) throws SAXException {
    var attributes = new AttributesImpl();
    for (var i = 0; i < xml.getAttributeCount(); i++) {
      var namespace = text(xml.getAttributeNamespace(i));
      var name = xml.getAttributeLocalName(i);
      var value = xml.getAttributeValue(i);
      if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(namespace) && "type".equals(name)) {
        bind(xml, value.strip());
      }
      attributes.addAttribute(namespace, name, name, "CDATA", value);
    }
    schema.startElement(
        text(xml.getNamespaceURI()), xml.getLocalName(), xml.getLocalName(), attributes);
  }

  /** Says what the prefix of a type means. */
  private void bind(XMLStreamReader xml, String type) throws SAXException {
    var prefix = type.substring(0, Math.max(type.indexOf(':'), 0));
    var namespace = xml.getNamespaceURI(prefix);
    if (namespace != null) {
      schema.startPrefixMapping(prefix, namespace);
    }
  }

  /** The element at whose end the reader stands is over. */
  void end(XMLStreamReader xml) {
    take(
        () ->
            schema.endElement(text(xml.getNamespaceURI()), xml.getLocalName(), xml.getLocalName()));
  }

  /** There is text where a few elements alone may have some. */
  void text() {
    take(() -> schema.characters(TEXT, 0, TEXT.length));
  }

  private static void take(Step step) {
    try {
      step.take();
    } catch (SAXException e) {
      throw violated(Contract.rule(e), e);
    }
  }

  static XtaException violated(String rule, Exception cause) {
    return new XtaException(
        XtaError.PARAMETERS_MISSING, "the body violates the schema: " + rule, cause);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
