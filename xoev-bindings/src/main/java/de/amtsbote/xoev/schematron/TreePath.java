package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.Place;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XdmSequenceIterator;

/**
 * Follows the path of a violation to its node, to learn its line: {@code fn:path()} writes {@code
 * /Q{uri}name[1]}, and compiled rules of other makers {@code /p:name[1]}, {@code
 * /*:name[namespace-uri()='uri'][1]} or {@code /*[local-name()='name' and
 * namespace-uri()='uri'][1]}.
 */
final class TreePath {

  private static final Pattern STEP =
      Pattern.compile(
          "/(?<attribute>@?)(?:Q\\{(?<uri>[^}]*)}|[\\w.-]+:|\\*:)?(?<name>[^/\\[\\]{}:]+)"
              + "(?<conditions>(?:\\[(?:'[^']*'|\"[^\"]*\"|[^\\]'\"])*])*)");
  private static final Pattern LOCAL_NAME =
      Pattern.compile("local-name\\(\\)\\s*=\\s*['\"]([^'\"]+)['\"]");
  private static final Pattern NAMESPACE =
      Pattern.compile("namespace-uri\\(\\)\\s*=\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern POSITION = Pattern.compile("\\[\\s*(\\d{1,9})\\s*]");

  private TreePath() {}

  static Place place(XdmNode document, String location) {
    var path = new StringBuilder();
    XdmNode at = document;
    Matcher step = STEP.matcher(location);
    while (step.find()) {
      String conditions = step.group("conditions");
      String name = first(LOCAL_NAME, conditions, step.group("name"));
      String attribute = step.group("attribute");
      path.append('/').append(attribute).append(name);
      if (attribute.isEmpty()) {
        int position = Integer.parseInt(first(POSITION, conditions, "1"));
        path.append('[').append(position).append(']');
        String namespace = first(NAMESPACE, conditions, step.group("uri"));
        XdmNode next = child(at, namespace, name, position);
        at = next == null ? at : next;
      }
    }
    int line = at == document ? 1 : at.getLineNumber();
    return new Place(Math.max(line, 0), Math.max(at.getColumnNumber(), 0), path.toString());
  }

  private static String first(Pattern said, String conditions, String otherwise) {
    Matcher found = said.matcher(conditions);
    return found.find() ? found.group(1) : otherwise;
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
