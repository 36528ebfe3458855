package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.FindingCode;
import de.amtsbote.xoev.Level;
import de.amtsbote.xoev.Severity;
import de.amtsbote.xoev.schema.TypePlan;
import de.amtsbote.xoev.xml.BoundedStream;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.ext.LexicalHandler;

/**
 * Stands between parser and schema: keeps the limits and the time, and knows where the reader is.
 */
final class Guard implements ContentHandler, LexicalHandler {

  private static final int CLOCK_EVERY = 512;
  private static final int MOST_NAMES = 20_000;

  private final ContentHandler next;
  private final Cursor cursor;
  private Locator locator;
  private Limits limits;
  private Findings findings;
  private BoundedStream stream;
  private long deadline;
  private long elements;
  private int events;
  private int text;
  private boolean tooLong;
  private Gathering gathering;

  Guard(ContentHandler next, Cursor cursor) {
    this.next = next;
    this.cursor = cursor;
  }

  void begin(BoundedStream from, Limits within, Findings into, Gathering gathered, long endNanos) {
    gathering = gathered;
    stream = from;
    limits = within;
    findings = into;
    deadline = endNanos;
    elements = 0;
    events = 0;
    text = 0;
    tooLong = false;
  }

  private void tick() throws Stop {
    stream.heard();
    if (++events >= CLOCK_EVERY) {
      events = 0;
      if (System.nanoTime() > deadline) {
        throw new Stop(FindingCode.TIME, limits.time().toString());
      }
    }
  }

  @Override
  public void setDocumentLocator(Locator where) {
    locator = where;
    next.setDocumentLocator(where);
  }

  @Override
  public void startDocument() throws SAXException {
    cursor.start(locator);
    next.startDocument();
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes)
      throws SAXException {
    tick();
    cursor.push(name);
    text = 0;
    tooLong = false;
    if (cursor.depth() > limits.maxDepth()) {
      throw new Stop(FindingCode.LIMIT, "depth <= " + limits.maxDepth());
    }
    if (++elements > limits.maxElements()) {
      throw new Stop(FindingCode.LIMIT, "elements <= " + limits.maxElements());
    }
    if (cursor.distinctNames() > MOST_NAMES) {
      throw new Stop(FindingCode.LIMIT, "element names <= " + MOST_NAMES);
    }
    checkAttributes(attributes);
    gathering.start(name, attributes);
    // without its prefix, which the validator would look up anew for every element
    next.startElement(uri, name, name, attributes);
  }

  private void checkAttributes(Attributes attributes) throws Stop {
    int count = attributes.getLength();
    if (count > limits.maxAttributes()) {
      throw new Stop(FindingCode.LIMIT, "attributes <= " + limits.maxAttributes());
    }
    for (int i = 0; i < count; i++) {
      if (attributes.getValue(i).length() > limits.maxLatinText()) {
        throw new Stop(FindingCode.LIMIT, "characters of an attribute <= " + limits.maxLatinText());
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) throws SAXException {
    next.endElement(uri, name, name);
    gathering.end();
    text = 0;
    tooLong = false;
    cursor.pop();
  }

  @Override
  public void characters(char[] buffer, int start, int length) throws SAXException {
    text += length;
    if (text > limits.maxLatinText()) {
      checkText();
    }
    tick();
    gathering.characters(buffer, start, length);
    next.characters(buffer, start, length);
  }

  private void checkText() throws Stop {
    TypePlan plan = cursor.plan();
    if (plan != null && !plan.text()) {
      throw new Stop(FindingCode.TEXT_TOO_LONG, "characters <= " + limits.maxLatinText());
    }
    boolean binary = plan != null && plan.binary();
    int most = binary ? limits.maxBinary() : limits.maxText();
    if (text > most) {
      throw new Stop(FindingCode.LIMIT, "characters of a text <= " + most);
    }
    if (!tooLong && !binary) {
      tooLong = true;
      findings.add(
          FindingCode.TEXT_TOO_LONG.at(
              Level.CHARSET,
              Severity.ERROR,
              cursor.place(),
              "",
              "characters <= " + limits.maxLatinText(),
              "more"));
    }
  }

  @Override
  public void comment(char[] buffer, int start, int length) throws Stop {
    tick();
  }

  @Override
  public void startDTD(String name, String publicId, String systemId) throws Stop {
    throw new Stop(FindingCode.DOCTYPE, "");
  }

  @Override
  public void endDTD() {
    // never reached: a declaration stops the reading
  }

  @Override
  public void startEntity(String name) {
    // built-in entities only
  }

  @Override
  public void endEntity(String name) {
    // built-in entities only
  }

  @Override
  public void startCDATA() {
    // its characters come as characters
  }

  @Override
  public void endCDATA() {
    // its characters come as characters
  }

  @Override
  public void ignorableWhitespace(char[] buffer, int start, int length) throws SAXException {
    characters(buffer, start, length);
  }

  @Override
  public void endDocument() throws SAXException {
    next.endDocument();
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    next.startPrefixMapping(prefix, uri);
  }

  @Override
  public void endPrefixMapping(String prefix) throws SAXException {
    next.endPrefixMapping(prefix);
  }

  @Override
  public void processingInstruction(String target, String data) throws SAXException {
    tick();
    next.processingInstruction(target, data);
  }

  @Override
  public void skippedEntity(String name) throws SAXException {
    next.skippedEntity(name);
  }
}
