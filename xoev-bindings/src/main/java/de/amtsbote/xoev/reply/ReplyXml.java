package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Party;
import de.amtsbote.xoev.XoevHeader;
import de.amtsbote.xoev.standard.MessageNamespace;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the parts that all answers share: root, g2g header without namespace, body elements in
 * that of the standard.
 */
final class ReplyXml {

  private static final String PREFIX = "n";
  private static final int CHUNK = 3 * 4_096;

  private final XMLStreamWriter xml;
  private final MessageRoot root;

  ReplyXml(OutputStream out, MessageRoot root) throws XMLStreamException {
    this.xml = Xml.writer(out);
    this.root = root;
  }

  void start(ReplyWriter.Sender sender, MessageNamespace namespace, String test)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.setPrefix(PREFIX, root.namespace());
    xml.writeStartElement(PREFIX, root.name(), root.namespace());
    xml.writeNamespace(PREFIX, root.namespace());
    xml.writeAttribute("produkt", sender.product());
    xml.writeAttribute("produkthersteller", sender.manufacturer());
    xml.writeAttribute("standard", namespace.standard());
    xml.writeAttribute("version", namespace.version());
    if (!test.isEmpty()) {
      xml.writeAttribute("test", test);
    }
  }

  /** Author and reader change places; the reference is the message that is answered. */
  void header(String uuid, String created, XoevHeader received) throws XMLStreamException {
    xml.writeStartElement("nachrichtenkopf.g2g");
    xml.writeStartElement("identifikation.nachricht");
    plain("nachrichtenUUID", uuid);
    plainCode("nachrichtentyp", root.messageType());
    plain("erstellungszeitpunkt", created);
    xml.writeEndElement();
    party("leser", received.author());
    party("autor", received.reader());
    xml.writeEndElement();
  }

  private void party(String name, Party party) throws XMLStreamException {
    xml.writeStartElement(name);
    plainCode("verzeichnisdienst", party.directoryService());
    plain("kennung", party.key());
    plain("name", party.name());
    xml.writeEndElement();
  }

  private void plainCode(String name, String code) throws XMLStreamException {
    xml.writeStartElement(name);
    plain("code", code);
    xml.writeEndElement();
  }

  private void plain(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  void open(String name) throws XMLStreamException {
    xml.writeStartElement(PREFIX, name, root.namespace());
  }

  void close() throws XMLStreamException {
    xml.writeEndElement();
  }

  void text(String name, String text) throws XMLStreamException {
    open(name);
    xml.writeCharacters(text);
    close();
  }

  void optional(String name, String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      text(name, text);
    }
  }

  void code(String name, String code) throws XMLStreamException {
    code(name, code, "");
  }

  void code(String name, String code, String listVersion) throws XMLStreamException {
    open(name);
    if (!listVersion.isEmpty()) {
      xml.writeAttribute("listVersionID", listVersion);
    }
    plain("code", code);
    close();
  }

  void base64(String name, Content content) throws XMLStreamException, IOException {
    open(name);
    var encoder = Base64.getEncoder();
    try (InputStream in = content.open()) {
      for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
        xml.writeCharacters(encoder.encodeToString(chunk));
      }
    }
    close();
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }
}
