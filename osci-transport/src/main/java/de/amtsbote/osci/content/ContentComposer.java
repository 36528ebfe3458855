package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.xml.Markup;
import de.amtsbote.osci.xml.Namespaces;
import de.amtsbote.osci.xml.XmlCursor;
import de.amtsbote.osci.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Brings a delivery into the form in which it stands in a message. */
public final class ContentComposer {

  private static final int START_TAG_LIMIT = 8 * 1024;
  private static final XmlLimits OWN = new XmlLimits(1L << 40, 1000, 1000, 1L << 40, 1L << 40);

  private final Spool spool;
  private final AlgorithmPolicy policy;
  private final Resources resources;

  /** A composer whose spool files belong to the resources. */
  public ContentComposer(Spool spool, AlgorithmPolicy policy, Resources resources) {
    this.spool = spool;
    this.policy = policy;
    this.resources = resources;
  }

  /** Signs, encrypts and spools. */
  public ComposedContent compose(ContentPackage content) throws IOException {
    AttachmentComposer attachments = new AttachmentComposer(spool, policy.written(), resources);
    Markup children = new Markup();
    if (content instanceof ContentPackage.Composed composed) {
      ContainerComposer containers = new ContainerComposer(spool, policy, attachments);
      for (EncryptedContainer container : composed.encrypted()) {
        children
            .text("<xenc:EncryptedData")
            .repeatedDeclarations()
            .append(containers.encrypted(container, resources));
      }
      for (ContentContainer container : composed.plain()) {
        children.append(containers.plain(container, resources));
      }
    } else if (content instanceof ContentPackage.Stored stored) {
      for (StoredElement element : stored.elements()) {
        stored(element.octets(), children);
      }
      for (StoredPart part : stored.parts()) {
        attachments.stored(part);
      }
    }
    return new ComposedContent(children, attachments.parts());
  }

  /** Inside of the body the declarations that the envelope has too are not canonical. */
  private void stored(SpoolFile octets, Markup children) throws IOException {
    String start;
    try (InputStream in = octets.open()) {
      start = new String(in.readNBytes(START_TAG_LIMIT), StandardCharsets.ISO_8859_1);
    }
    int nameEnd = start.indexOf(Namespaces.DECLARATIONS);
    int tagEnd = start.indexOf('>');
    boolean usual = nameEnd > 0 && nameEnd < tagEnd && !start.substring(0, nameEnd).contains(" ");
    boolean onlyThese =
        usual
            && !start
                .substring(nameEnd + Namespaces.DECLARATIONS.length(), tagEnd)
                .contains("xmlns");
    if (onlyThese) {
      long rest = nameEnd + Namespaces.DECLARATIONS.length();
      children
          .text(start.substring(0, nameEnd))
          .repeatedDeclarations()
          .spooled(octets, rest, octets.length() - rest);
    } else {
      children.spooled(octets, canonical(octets));
    }
  }

  private SpoolFile canonical(SpoolFile octets) throws IOException {
    SpoolFile canonical = spool.create();
    resources.own(canonical::close);
    try (InputStream in = octets.open()) {
      XmlCursor cursor = new XmlCursor(in, OWN, Namespaces.base());
      cursor.root();
      cursor.tapAsDescendant(canonical.output());
      cursor.skip();
      cursor.finish();
    }
    canonical.finish();
    return canonical;
  }
}
