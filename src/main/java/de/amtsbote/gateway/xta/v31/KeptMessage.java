package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaPart;
import java.io.IOException;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What is kept of a message beside its content, so that a reader gets it as the author wrote it.
 *
 * @param metadata MessageMetaData
 * @param parts what was said of the parts, the message first; empty for a sealed container
 */
public record KeptMessage(Element metadata, List<XtaPart> parts) {

  /** Media type of the octets. */
  public static final String MEDIA_TYPE = "application/vnd.xta.v31.header+xml";

  public KeptMessage {
    parts = List.copyOf(parts);
  }

  /** As a small XML document. */
  public byte[] octets() {
    var root = Tree.root(Names.XTA, "Kept").append(metadata);
    parts.forEach(it -> ContainerXml.describe(root.child("Part"), it));
    return Xml.octets(root.element());
  }

  /** Reads what {@link #octets} wrote. */
  public static KeptMessage read(byte[] octets) throws IOException {
    var root = Xml.parse(octets);
    return new KeptMessage(
        Elements.one(root, "MessageMetaData"),
        Elements.all(root, "Part").stream().map(ContainerXml::part).toList());
  }
}
