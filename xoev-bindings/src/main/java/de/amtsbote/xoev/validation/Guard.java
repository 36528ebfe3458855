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

/**
 * Stands between parser and schema: keeps the limits and the time, and knows where the reader is.
 */
final class Guard {

  private static final int CLOCK_EVERY = 512;
  private static final int MOST_NAMES = 20_000;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_ITEM = 1_000;

  private final Cursor cursor;
  private ContentHandler next;
  private Locator locator;
  private Limits limits;
  private Findings findings;
  private BoundedStream stream;
  private long deadline;
  private long elements;
  private int events;
  private int text;
  private int item;
  private boolean tooLong;
  private Gathering gathering;

  Guard(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Who is told of everything that is within the limits. */
  void tell(ContentHandler handler) {
    next = handler;
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
    item = 0;
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

  void setDocumentLocator(Locator where) {
    locator = where;
    next.setDocumentLocator(where);
  }

  void startDocument() throws SAXException {
    cursor.start(locator);
    next.startDocument();
  }

  void startElement(String uri, String name, Attributes attributes) throws SAXException {
    tick();
    checkName(name);
    cursor.push(name);
    text = 0;
    item = 0;
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

  private static void checkName(String name) throws Stop {
    if (name.length() > LONGEST_NAME) {
      throw new Stop(FindingCode.LIMIT, "characters of a name <= " + LONGEST_NAME);
    }
  }

  private void checkAttributes(Attributes attributes) throws Stop {
    int count = attributes.getLength();
    if (count > limits.maxAttributes()) {
      throw new Stop(FindingCode.LIMIT, "attributes <= " + limits.maxAttributes());
    }
    for (int i = 0; i < count; i++) {
      checkName(attributes.getLocalName(i));
      if (attributes.getValue(i).length() > limits.maxLatinText()) {
        throw new Stop(FindingCode.LIMIT, "characters of an attribute <= " + limits.maxLatinText());
      }
    }
  }

  void endElement(String uri, String name) throws SAXException {
    next.endElement(uri, name, name);
    gathering.end();
    text = 0;
    item = 0;
    tooLong = false;
    cursor.pop();
  }

  void characters(char[] buffer, int start, int length) throws SAXException {
    text += length;
    if (text > limits.maxLatinText()) {
      checkText(buffer, start, length);
    }
    tick();
    gathering.characters(buffer, start, length);
    next.characters(buffer, start, length);
  }

  private void checkText(char[] buffer, int start, int length) throws Stop {
    TypePlan plan = cursor.plan();
    if (plan != null && !plan.text()) {
      throw new Stop(FindingCode.TEXT_TOO_LONG, "characters <= " + limits.maxLatinText());
    }
    boolean binary = plan != null && plan.binary();
    int most = binary ? limits.maxBinary() : limits.maxText();
    if (text > most) {
      throw new Stop(FindingCode.LIMIT, "characters of a text <= " + most);
    }
    if (plan != null && plan.list()) {
      checkItems(buffer, start, start + length);
    } else if (!tooLong && !binary) {
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

  /** A list may be long, as the coordinates of a place are, but each of its items is a value. */
  private void checkItems(char[] buffer, int from, int to) throws Stop {
    for (int i = from; i < to; i++) {
      item = buffer[i] <= ' ' ? 0 : item + 1;
      if (item > LONGEST_ITEM) {
        throw new Stop(FindingCode.LIMIT, "characters of an item of a list <= " + LONGEST_ITEM);
      }
    }
  }

  void comment() throws Stop {
    tick();
  }

  void doctype() throws Stop {
    throw new Stop(FindingCode.DOCTYPE, "");
  }

  void endDocument() throws SAXException {
    next.endDocument();
  }

  void startPrefixMapping(String prefix, String uri) throws SAXException {
    next.startPrefixMapping(prefix, uri);
  }

  void endPrefixMapping(String prefix) throws SAXException {
    next.endPrefixMapping(prefix);
  }

  void processingInstruction(String target, String data) throws SAXException {
    tick();
    next.processingInstruction(target, data);
  }
}
