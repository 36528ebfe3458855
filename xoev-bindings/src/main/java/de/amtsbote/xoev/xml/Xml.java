package de.amtsbote.xoev.xml;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Makes every XML reader, writer and schema factory of this module. Nothing here opens a URL. */
public final class Xml {

  /**
   * Scheme of the system ids that our own resolver hands out; the only one a schema may be read
   * from.
   */
  public static final String SCHEME = "xoev";

  private static final String APACHE = "http://apache.org/xml/features/";
  private static final String SAX = "http://xml.org/sax/features/";
  private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
  private static final String DEEPEST_SCHEMA = "250";

  /** Nobody promises that several threads may use one. */
  private static final ThreadLocal<SAXParserFactory> MESSAGES =
      ThreadLocal.withInitial(Xml::messages);

  /** More of one element are refused with an error of the reader. */
  public static final int MOST_ATTRIBUTES = 10_000;

  private static final XMLInputFactory STREAMS = streams();
  private static final XMLInputFactory WHOLE_MESSAGES = wholeMessages();
  private static final XMLOutputFactory WRITERS =
      woodstox("com.ctc.wstx.stax.WstxOutputFactory", XMLOutputFactory.class);

  private Xml() {}

  private static XMLInputFactory streams() {
    var factory = woodstox("com.ctc.wstx.stax.WstxInputFactory", XMLInputFactory.class);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty("com.ctc.wstx.maxElementDepth", 512);
    factory.setProperty("com.ctc.wstx.maxAttributesPerElement", 1_000);
    factory.setProperty("com.ctc.wstx.maxAttributeSize", 1 << 20);
    factory.setProperty("com.ctc.wstx.minTextSegment", 4_096);
    return factory;
  }

  /** Whoever reads a message keeps limits of his own, and sees each event as soon as it is read. */
  private static XMLInputFactory wholeMessages() {
    var factory = streams();
    factory.setProperty("com.ctc.wstx.lazyParsing", false);
    // else an attribute with an entity that nobody declared would pass without it
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    // a text is told of in the pieces it is read in; put together it would be copied once more
    factory.setProperty("com.ctc.wstx.minTextSegment", 64);
    factory.setProperty("com.ctc.wstx.maxElementDepth", Integer.MAX_VALUE);
    factory.setProperty("com.ctc.wstx.maxAttributesPerElement", MOST_ATTRIBUTES);
    factory.setProperty("com.ctc.wstx.maxAttributeSize", Integer.MAX_VALUE);
    factory.setProperty("org.codehaus.stax2.internNames", true);
    factory.setProperty("org.codehaus.stax2.internNsUris", true);
    return factory;
  }

  /**
   * By name, because the annotations of Woodstox need a library at compile time that nobody ships.
   */
  private static <T> T woodstox(String name, Class<T> type) {
    try {
      return type.cast(Class.forName(name).getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("Woodstox is not on the class path", missing);
    }
  }

  /** A streaming reader; a document type declaration shows as an event and is never read. */
  public static XMLStreamReader stream(InputStream in) throws XMLStreamException {
    return STREAMS.createXMLStreamReader(in);
  }

  /** A streaming reader for messages: as above, and UTF-8 whatever the message says. */
  public static XMLStreamReader messageStream(InputStream in) throws XMLStreamException {
    return STREAMS.createXMLStreamReader(in, Encoding.UTF_8);
  }

  /**
   * A streaming reader for a whole message: it reads no further than the event it tells of, and
   * names are the same strings whenever they come. A document type declaration shows as an event.
   *
   * @param encoding an allowed one
   */
  public static XMLStreamReader wholeMessage(InputStream in, String encoding)
      throws XMLStreamException {
    var strict = encoding.equals(Encoding.UTF_8) ? new StrictUtf8(in) : in;
    return WHOLE_MESSAGES.createXMLStreamReader(strict, encoding);
  }

  /**
   * A message as a source for SAX, in UTF-8 unless it said the narrower US-ASCII.
   *
   * @param encoding an allowed one
   */
  public static InputSource messageSource(InputStream in, String encoding) {
    var source = new InputSource(in);
    if (encoding.equals(Encoding.UTF_8)) {
      source.setEncoding(encoding);
    }
    return source;
  }

  /** A streaming writer in UTF-8. */
  public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
    return WRITERS.createXMLStreamWriter(out, "UTF-8");
  }

  /**
   * A SAX reader for messages: a document type declaration is an error, nothing external is opened.
   */
  public static XMLReader messageReader() {
    try {
      var parser = MESSAGES.get().newSAXParser();
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return parser.getXMLReader();
    } catch (ParserConfigurationException | SAXException unhardened) {
      throw new IllegalStateException("The JDK's XML parser cannot be hardened", unhardened);
    }
  }

  /** Each feature makes the factory of the JDK build a parser to try it on. */
  private static SAXParserFactory messages() {
    try {
      var factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(APACHE + "disallow-doctype-decl", true);
      factory.setFeature(SAX + "external-general-entities", false);
      factory.setFeature(SAX + "external-parameter-entities", false);
      factory.setXIncludeAware(false);
      return factory;
    } catch (ParserConfigurationException | SAXException unhardened) {
      throw new IllegalStateException("The JDK's XML parser cannot be hardened", unhardened);
    }
  }

  /**
   * A DOM builder for schemas and rule files: internal document type declarations are read (W3C's
   * signature schema has one), external ones count as empty.
   */
  public static DocumentBuilder schemaDocuments() {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(true);
      factory.setAttribute(DEPTH, DEEPEST_SCHEMA);
      var builder = factory.newDocumentBuilder();
      builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      builder.setErrorHandler(null);
      return builder;
    } catch (ParserConfigurationException unhardened) {
      throw new IllegalStateException("The JDK's XML parser cannot be hardened", unhardened);
    }
  }

  /** A schema factory of the JDK that reads schemas only through the resolver it is given. */
  public static SchemaFactory schemas() {
    try {
      var factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, SCHEME);
      return factory;
    } catch (SAXException unhardened) {
      throw new IllegalStateException("The JDK's schema factory cannot be hardened", unhardened);
    }
  }

  /** A factory of the JDK for identity transformations (DOM to bytes); it opens nothing. */
  public static SAXTransformerFactory transformers() {
    try {
      var factory = (SAXTransformerFactory) TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
      return factory;
    } catch (TransformerConfigurationException unhardened) {
      throw new IllegalStateException("The JDK's transformer cannot be hardened", unhardened);
    }
  }
}
