package de.amtsbote.xoev.bindings;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.BoundedStream;
import de.amtsbote.xoev.xml.Xml;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Messages of the demo standard and headers from authority to authority as Java objects. The
 * classes are generated when this library is built, from its own schemas, one package each: {@code
 * bindings.g2g}, {@code bindings.xdemo10}, {@code bindings.xdemo11}. Reading checks no schema.
 */
public final class Bindings {

  /** Objects hold the whole message, so this is for small ones: 32 MiB. */
  private static final long MOST_BYTES = 32L << 20;

  private static final Map<String, JAXBContext> CONTEXTS = new ConcurrentHashMap<>();

  private Bindings() {}

  /**
   * Reads a whole message of the demo standard.
   *
   * @param type generated class of its root, such as {@code xdemo11.VorgangStatus0910}
   * @throws XoevException ({@link XoevError#HEADER_UNREADABLE}) when it is no such message
   * @throws IOException when the bytes cannot be read
   */
  public static <T> T read(Content message, Class<T> type) throws IOException {
    try (var in = new BoundedStream(message.open(), MOST_BYTES)) {
      XMLStreamReader reader = Xml.messageStream(in);
      Object found = context(type).createUnmarshaller().unmarshal(reader);
      return type.cast(found instanceof JAXBElement<?> element ? element.getValue() : found);
    } catch (XMLStreamException | JAXBException | ClassCastException other) {
      throw new XoevException(XoevError.HEADER_UNREADABLE, type.getSimpleName(), other);
    }
  }

  /**
   * Reads the element {@code nachrichtenkopf.g2g} of any standard that has it, qualified or not,
   * and no further than the tag behind it.
   *
   * @param type {@code bindings.g2g.NachrichtenkopfG2G}
   * @throws XoevException ({@link XoevError#HEADER_UNREADABLE}) when there is none
   * @throws IOException when the bytes cannot be read
   */
  public static <T> T readHeader(Content message, Class<T> type) throws IOException {
    try (var in = new BoundedStream(message.open(), MOST_BYTES)) {
      XMLStreamReader reader = new WithoutNamespaces(Xml.messageStream(in));
      while (reader.hasNext()) {
        boolean start = reader.next() == XMLStreamReader.START_ELEMENT;
        if (start && reader.getLocalName().equals("nachrichtenkopf.g2g")) {
          return context(type).createUnmarshaller().unmarshal(reader, type).getValue();
        }
      }
      throw new XoevException(XoevError.HEADER_UNREADABLE, "no nachrichtenkopf.g2g");
    } catch (XMLStreamException | JAXBException broken) {
      throw new XoevException(XoevError.HEADER_UNREADABLE, type.getSimpleName(), broken);
    }
  }

  /**
   * Writes a generated object in UTF-8.
   *
   * @param message an object with a root element, or a {@code JAXBElement} of the object factory
   * @throws IOException when it cannot be written
   */
  public static void write(Object message, OutputStream out) throws IOException {
    Class<?> type =
        message instanceof JAXBElement<?> element
            ? element.getValue().getClass()
            : message.getClass();
    try {
      Marshaller marshaller = context(type).createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_ENCODING, "UTF-8");
      marshaller.marshal(message, out);
    } catch (JAXBException failed) {
      throw new IOException("The message could not be written", failed);
    }
  }

  private static JAXBContext context(Class<?> type) throws JAXBException {
    String name = type.getPackageName();
    JAXBContext context = CONTEXTS.get(name);
    if (context == null) {
      context = JAXBContext.newInstance(name, type.getClassLoader());
      CONTEXTS.put(name, context);
    }
    return context;
  }

  /** Standards differ in qualifying the header; its local names are the same. */
  private static final class WithoutNamespaces extends StreamReaderDelegate {

    WithoutNamespaces(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public String getNamespaceURI() {
      return "";
    }

    @Override
    public javax.xml.namespace.QName getName() {
      return new javax.xml.namespace.QName(getLocalName());
    }
  }
}
