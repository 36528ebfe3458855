package de.amtsbote.xoev.reply;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.BoundedStream;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The start of a received message as a small tree: its header and as much of its body as an answer
 * could refer to. Namespaces do not matter, as for headers.
 */
final class Fragment {

  private static final int MOST_ELEMENTS = 3_000;
  private static final int MOST_TEXT = 4_096;
  private static final long MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 64;

  private final String name;
  private final Map<String, String> attributes = new HashMap<>();
  private final List<Fragment> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private Fragment(String name) {
    this.name = name;
  }

  /**
   * Reads the start of a message; what comes behind broken or huge parts is left out.
   *
   * @throws XoevException ({@link XoevError#HEADER_UNREADABLE}) when there is not even a root
   */
  static Fragment read(Content content) throws IOException {
    var open = new ArrayDeque<Fragment>();
    Fragment root = null;
    try (var in = content.open()) {
      XMLStreamReader reader = Xml.messageStream(new BoundedStream(in, MOST_BYTES));
      for (int elements = 0; reader.hasNext() && elements < MOST_ELEMENTS; ) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          elements++;
          var element = start(reader);
          root = root == null ? element : root;
          if (!open.isEmpty() && open.size() < DEEPEST) {
            open.peek().children.add(element);
          }
          open.push(element);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          open.pop();
        } else if (!open.isEmpty() && reader.hasText()) {
          append(open.peek(), reader);
        }
      }
    } catch (XMLStreamException broken) {
      if (root == null) {
        throw new XoevException(XoevError.HEADER_UNREADABLE, "", broken);
      }
    }
    return root;
  }

  private static Fragment start(XMLStreamReader reader) {
    var element = new Fragment(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }

  private static void append(Fragment to, XMLStreamReader reader) {
    if (to.text.length() < MOST_TEXT) {
      int room = MOST_TEXT - to.text.length();
      int length = Math.min(reader.getTextLength(), room);
      to.text.append(reader.getTextCharacters(), reader.getTextStart(), length);
    }
  }

  String name() {
    return name;
  }

  /** Text of an element without children, else empty. */
  String text() {
    return children.isEmpty() ? text.toString().strip() : "";
  }

  String attribute(String local) {
    return attributes.getOrDefault(local, "");
  }

  List<Fragment> children(String local) {
    return children.stream().filter(c -> c.name.equals(local)).toList();
  }

  Optional<Fragment> child(String local) {
    return children.stream().filter(c -> c.name.equals(local)).findFirst();
  }

  /** The first element with this name, anywhere below. */
  Optional<Fragment> find(String local) {
    var open = new ArrayDeque<>(children);
    while (!open.isEmpty()) {
      Fragment next = open.poll();
      if (next.name.equals(local)) {
        return Optional.of(next);
      }
      open.addAll(next.children);
    }
    return Optional.empty();
  }

  /** The version in which this message uses a code list; empty when it does not. */
  String versionOfList(String uri) {
    if (attribute("listURI").equals(uri) && !attribute("listVersionID").isEmpty()) {
      return attribute("listVersionID");
    }
    return children.stream()
        .map(c -> c.versionOfList(uri))
        .filter(version -> !version.isEmpty())
        .findFirst()
        .orElse("");
  }
}
