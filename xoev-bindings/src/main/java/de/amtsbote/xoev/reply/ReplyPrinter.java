package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a composed answer; contents inside of it are streamed, so their size does not matter. */
final class ReplyPrinter {

  private static final int CHUNK = 3 * 4_096;

  private final XMLStreamWriter xml;
  private final Map<String, String> prefixes = new LinkedHashMap<>();

  private ReplyPrinter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void print(ReplyNode root, OutputStream out) throws IOException {
    try {
      var printer = new ReplyPrinter(Xml.writer(out));
      printer.collect(root);
      printer.document(root);
    } catch (XMLStreamException failed) {
      throw new IOException("The answer could not be written", failed);
    }
  }

  private void collect(ReplyNode node) {
    prefix(node.name());
    node.attributes().keySet().forEach(this::prefix);
    node.children().forEach(this::collect);
  }

  private void prefix(QName name) {
    if (!name.getNamespaceURI().isEmpty()) {
      prefixes.computeIfAbsent(name.getNamespaceURI(), uri -> "n" + (prefixes.size() + 1));
    }
  }

  private void document(ReplyNode root) throws XMLStreamException, IOException {
    xml.writeStartDocument("UTF-8", "1.0");
    start(root.name());
    for (Map.Entry<String, String> namespace : prefixes.entrySet()) {
      xml.writeNamespace(namespace.getValue(), namespace.getKey());
    }
    rest(root);
    xml.writeEndDocument();
    xml.flush();
  }

  private void start(QName name) throws XMLStreamException {
    String namespace = name.getNamespaceURI();
    if (namespace.isEmpty()) {
      xml.writeStartElement(name.getLocalPart());
    } else {
      xml.writeStartElement(prefixes.get(namespace), name.getLocalPart(), namespace);
    }
  }

  private void rest(ReplyNode node) throws XMLStreamException, IOException {
    for (Map.Entry<QName, String> attribute : node.attributes().entrySet()) {
      QName name = attribute.getKey();
      if (name.getNamespaceURI().isEmpty()) {
        xml.writeAttribute(name.getLocalPart(), attribute.getValue());
      } else {
        xml.writeAttribute(
            prefixes.get(name.getNamespaceURI()),
            name.getNamespaceURI(),
            name.getLocalPart(),
            attribute.getValue());
      }
    }
    xml.writeCharacters(node.text());
    if (node.binary() != null) {
      base64(node.binary());
    }
    for (ReplyNode child : node.children()) {
      start(child.name());
      rest(child);
    }
    xml.writeEndElement();
  }

  private void base64(Content content) throws XMLStreamException, IOException {
    var encoder = Base64.getEncoder();
    try (InputStream in = content.open()) {
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        xml.writeCharacters(encoder.encodeToString(chunk));
      }
    }
  }
}
