package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaPart;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.Element;

/** Containers to be sent: contents stay outside, in MIME parts (XOP). */
public final class ContainerXml {

  private static final String OPEN =
      "<xta:GenericContentContainer xmlns:xta=\"" + Names.XTA + "\">";
  private static final String CLOSE = "</xta:GenericContentContainer>";

  private ContainerXml() {}

  /** A part and the Content-ID of the MIME part that holds its octets. */
  public record Reference(XtaPart part, String contentId) {}

  /** A container whose parts are referred to, the message first. */
  public static Source of(List<Reference> parts) {
    var root = Tree.root(Names.XTA, "GenericContentContainer");
    var container = root.child("ContentContainer");
    for (var i = 0; i < parts.size(); i++) {
      part(container.child(i == 0 ? "Message" : "Attachment"), parts.get(i));
    }
    return new DOMSource(root.element());
  }

  private static void part(Tree content, Reference reference) {
    describe(content, reference.part());
    content.child(Names.XOP, "Include").attribute("href", "cid:" + reference.contentId());
  }

  static void describe(Tree content, XtaPart part) {
    content
        .attribute("contentType", part.mediaType())
        .attribute("contentDescription", part.description())
        .attribute("encoding", part.encoding())
        .attribute("filename", part.filename())
        .attribute("id", part.id())
        .attribute("lang", part.lang())
        .attribute("size", part.size());
  }

  static XtaPart part(Element described) {
    var size = Elements.attribute(described, "size");
    return new XtaPart(
        Elements.attribute(described, "contentType"),
        Elements.attribute(described, "contentDescription"),
        Elements.attribute(described, "encoding"),
        Elements.attribute(described, "filename"),
        Elements.attribute(described, "id"),
        Elements.attribute(described, "lang"),
        size == null ? null : Long.valueOf(size));
  }

  /** A container with a sealed element, which is read while it is sent. */
  public static Source sealed(InputStream encryptedData) {
    return new StreamSource(
        new SequenceInputStream(
            Collections.enumeration(List.of(octets(OPEN), encryptedData, octets(CLOSE)))));
  }

  private static InputStream octets(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
