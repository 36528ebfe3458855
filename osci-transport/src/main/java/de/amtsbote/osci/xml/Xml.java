package de.amtsbote.osci.xml;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.InputStream;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/** The one place where XML parsers come from: no DTD, nothing from outside, with limits. */
final class Xml {

  private static final int BUFFER = 32 * 1024;
  private static final int MAX_ATTRIBUTE_LENGTH = 64 * 1024;

  private static final Map<XmlLimits, XMLInputFactory> FACTORIES = new ConcurrentHashMap<>();

  private Xml() {}

  static XMLStreamReader reader(InputStream in, XmlLimits limits) throws XMLStreamException {
    return FACTORIES.computeIfAbsent(limits, Xml::factory).createXMLStreamReader(in, "UTF-8");
  }

  private static XMLInputFactory factory(XmlLimits limits) {
    XMLInputFactory factory = woodstox();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    // text is text, however it is written
    factory.setProperty(XMLInputFactory2.P_REPORT_CDATA, false);
    // else errors in texts come as runtime exceptions, from wherever the text is looked at first
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, BUFFER);
    factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
    factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, limits.size());
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, limits.elements());
    return factory;
  }

  /** Whatever else is on the class path, limits and text handling are those of Woodstox. */
  private static XMLInputFactory woodstox() {
    return ServiceLoader.load(XMLInputFactory.class, Xml.class.getClassLoader()).stream()
        .filter(provider -> provider.type().getName().startsWith("com.ctc.wstx."))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Woodstox is not on the class path"))
        .get();
  }
}
