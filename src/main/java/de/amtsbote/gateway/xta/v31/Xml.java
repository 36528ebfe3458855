package de.amtsbote.gateway.xta.v31;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.ls.DOMImplementationLS;
import org.xml.sax.SAXException;

/**
 * Makes the readers and writers of the small documents of XTA; nothing external is ever opened.
 * Content never passes here: it streams.
 */
final class Xml {

  private static final String APACHE = "http://apache.org/xml/features/";

  private Xml() {}

  static Document document() {
    return builder().newDocument();
  }

  static Element parse(byte[] xml) throws IOException {
    try {
      return builder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (SAXException e) {
      throw new IOException("not well-formed", e);
    }
  }

  static byte[] octets(Element element) {
    try {
      var factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      var identity = factory.newTransformer();
      identity.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      var octets = new ByteArrayOutputStream();
      identity.transform(new DOMSource(element), new StreamResult(octets));
      return octets.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException("a tree in memory can always be written", e);
    }
  }

  /** Compiles schemas that lie in the jar and name each other by file name. */
  static Schema schema(String folder, Source main) {
    try {
      var factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      var inputs = (DOMImplementationLS) builder().getDOMImplementation().getFeature("LS", "3.0");
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> {
            var input = inputs.createLSInput();
            input.setSystemId(systemId);
            input.setByteStream(resource(folder + systemId));
            return input;
          });
      return factory.newSchema(main);
    } catch (SAXException e) {
      throw new IllegalStateException("our own schema is always right", e);
    }
  }

  static InputStream resource(String name) {
    var found = Xml.class.getResourceAsStream(name);
    if (found == null) {
      throw new IllegalStateException("the jar lacks " + name);
    }
    return found;
  }

  private static DocumentBuilder builder() {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(APACHE + "disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser cannot be hardened", e);
    }
  }
}
