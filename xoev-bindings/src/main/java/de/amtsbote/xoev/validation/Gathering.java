package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.attachment.ReferenceCollector;
import de.amtsbote.xoev.xml.PathCollector;
import org.xml.sax.Attributes;

/** What is gathered from a message on the way, so that it is read once: header and references. */
final class Gathering {

  private final PathCollector header;
  private final ReferenceCollector references;
  private final SaxAttributes names = new SaxAttributes();
  private boolean inHeader;
  private boolean inRoot;

  /**
   * @param header null when nobody wants the header
   * @param references null when nobody wants the references
   */
  Gathering(PathCollector header, ReferenceCollector references) {
    this.header = header;
    this.references = references;
    this.inHeader = header != null;
  }

  PathCollector header() {
    return header;
  }

  ReferenceCollector references() {
    return references;
  }

  void start(String name, Attributes attributes) {
    names.attributes = attributes;
    if (inHeader) {
      if (inRoot) {
        header.start(name, names);
      } else {
        header.root(names);
      }
    }
    inRoot = true;
    if (references != null) {
      references.start(name, names);
    }
  }

  void characters(char[] buffer, int start, int length) {
    if (inHeader && header.wantsText()) {
      header.characters(buffer, start, length);
    }
    if (references != null && references.wantsText()) {
      references.characters(buffer, start, length);
    }
  }

  void end() {
    if (inHeader) {
      header.end();
      inHeader = !header.isDone();
    }
    if (references != null) {
      references.end();
    }
  }

  private static final class SaxAttributes implements PathCollector.Names {

    private Attributes attributes;

    @Override
    public int count() {
      return attributes.getLength();
    }

    @Override
    public String name(int index) {
      return attributes.getLocalName(index);
    }

    @Override
    public String value(int index) {
      return attributes.getValue(index);
    }
  }
}
