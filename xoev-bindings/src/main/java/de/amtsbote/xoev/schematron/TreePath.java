package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;

/** Follows a path as {@code fn:path()} writes it to the node, to learn its line. */
final class TreePath {

  private static final Pattern STEP =
      Pattern.compile("/(@?)(?:Q\\{([^}]*)\\})?([^/\\[\\]{}]+)(?:\\[(\\d+)\\])?");

  private TreePath() {}

  static Place place(XdmNode document, String location) {
    var path = new StringBuilder();
    XdmNode at = document;
    Matcher step = STEP.matcher(location);
    while (step.find()) {
      String name = step.group(3);
      int position = step.group(4) == null ? 1 : Integer.parseInt(step.group(4));
      path.append('/').append(step.group(1)).append(name);
      if (step.group(1).isEmpty()) {
        path.append('[').append(position).append(']');
        XdmNode next = child(at, step.group(2), name, position);
        at = next == null ? at : next;
      }
    }
    int line = at == document ? 1 : at.getLineNumber();
    return new Place(Math.max(line, 0), Math.max(at.getColumnNumber(), 0), path.toString());
  }

  private static XdmNode child(XdmNode parent, String namespace, String name, int position) {
    XdmSequenceIterator<XdmNode> children = parent.axisIterator(Axis.CHILD);
    int count = 0;
    while (children.hasNext()) {
      XdmNode child = children.next();
      if (child.getNodeKind() == XdmNodeKind.ELEMENT
          && child.getNodeName().getLocalName().equals(name)
          && (namespace == null
              || child.getNodeName().getNamespaceUri().toString().equals(namespace))
          && ++count == position) {
        return child;
      }
    }
    return null;
  }
}
