package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.v31.EnvelopeXml;
import de.amtsbote.gateway.xta.v31.Names;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Element;

/** A container that its author sealed for the reader; it stands in the envelope as it came. */
final class SealedBody implements CallBody {

  private final String place = "here-" + UUID.randomUUID();
  private final XtaContent content;
  private final long start;

  private SealedBody(XtaContent content, long start) {
    this.content = content;
    this.start = start;
  }

  /** Whether this is all there is and an EncryptedData element. */
  static boolean isSealed(List<XtaContent> parts) throws IOException {
    if (parts.size() != 1) {
      return false;
    }
    try (var octets = parts.get(0).source().open()) {
      var xml = Xml.messageStream(octets);
      return root(xml)
          && Names.ENCRYPTION.equals(xml.getNamespaceURI())
          && "EncryptedData".equals(xml.getLocalName());
    } catch (XMLStreamException e) {
      return false;
    }
  }

  private static boolean root(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      var event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.DTD) {
        return event == XMLStreamConstants.START_ELEMENT;
      }
    }
    return false;
  }

  static SealedBody of(XtaContent content) throws IOException {
    return new SealedBody(content, declaration(content));
  }

  /** An XML declaration may stand at the very beginning of a document only. */
  private static long declaration(XtaContent content) throws IOException {
    try (var octets = content.source().open()) {
      var beginning = new String(octets.readNBytes(512), StandardCharsets.ISO_8859_1);
      var mark = beginning.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
      return beginning.startsWith("<?xml", mark) ? beginning.indexOf("?>") + 2L : mark;
    }
  }

  @Override
  public Element element() {
    return EnvelopeXml.container(place);
  }

  @Override
  public String contentType(String action) {
    return "application/soap+xml; charset=UTF-8; action=\"" + action + "\"";
  }

  @Override
  public BodyPublisher with(byte[] envelope) {
    var text = new String(envelope, StandardCharsets.UTF_8);
    var at = text.indexOf(place);
    var before = text.substring(0, at).getBytes(StandardCharsets.UTF_8);
    var behind = text.substring(at + place.length()).getBytes(StandardCharsets.UTF_8);
    var all =
        BodyPublishers.concat(
            BodyPublishers.ofByteArray(before),
            BodyPublishers.ofInputStream(() -> MimeBody.open(content, start)),
            BodyPublishers.ofByteArray(behind));
    return BodyPublishers.fromPublisher(
        all, before.length + content.size() - start + behind.length);
  }
}
