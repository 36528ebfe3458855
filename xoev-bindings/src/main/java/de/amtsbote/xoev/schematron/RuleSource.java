package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.Encoding;
import de.amtsbote.xoev.xml.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads a Schematron file as delivered and takes the values out of its messages: an assertion text
 * may quote the message ({@code sch:value-of}), and reports never do.
 */
final class RuleSource {

  static final String SCH = "http://purl.oclc.org/dsdl/schematron";
  private static final String SCH_1_5 = "http://www.ascc.net/xml/schematron";
  private static final String XSL = "http://www.w3.org/1999/XSL/Transform";
  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
  private static final Set<String> REPORTED =
      Set.of("text", "diagnostic-reference", "property-reference");

  /** What writes nothing but the text within it. */
  private static final Set<String> HARMLESS =
      Set.of("text", "if", "choose", "when", "otherwise", "for-each", "variable", "param", "sort");

  private static final Pattern NODE_NAME = Pattern.compile("\\s*(local-)?name\\s*\\([^()]*\\)\\s*");
  private static final Set<String> MESSAGES = Set.of("assert", "report", "diagnostic", "property");

  private RuleSource() {}

  /** Any file of a package: rules and stylesheets lose their values, others are as they are. */
  static DOMSource read(Path file) {
    Document document = document(file);
    String namespace = document.getDocumentElement().getNamespaceURI();
    if (XSL.equals(namespace)) {
      withoutValues(document, SVRL, REPORTED);
    } else if (SCH.equals(namespace)) {
      translateKeys(document);
      withoutValues(document, SCH, MESSAGES);
    }
    return new DOMSource(document, file.toUri().toString());
  }

  /** Schematron 1.5 had another namespace; its elements mean the same. */
  private static Document document(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = Encoding.text(bytes);
      var source =
          text.contains(SCH_1_5)
              ? new InputSource(new StringReader(text.replace(SCH_1_5, SCH)))
              : new InputSource(new ByteArrayInputStream(bytes));
      source.setSystemId(file.toUri().toString());
      return Xml.schemaDocuments().parse(source);
    } catch (SAXException | IOException broken) {
      throw new XoevException(
          XoevError.RULES_INVALID, file.getFileName() + " is not well-formed", broken);
    }
  }

  /** Schematron 1.5 declares keys in its rules, ISO Schematron as those of XSLT beside them. */
  private static void translateKeys(Document document) {
    var found = document.getElementsByTagNameNS(SCH, "key");
    while (found.getLength() > 0) {
      var key = (Element) found.item(0);
      var above = (Element) key.getParentNode();
      var made = document.createElementNS(XSL, "xsl:key");
      made.setAttribute("name", key.getAttribute("name"));
      made.setAttribute("match", either(key.getAttribute("match"), above.getAttribute("context")));
      made.setAttribute("use", either(key.getAttribute("path"), key.getAttribute("use")));
      above.removeChild(key);
      Element schema = document.getDocumentElement();
      schema.insertBefore(made, schema.getFirstChild());
    }
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static void withoutValues(Document document, String namespace, Set<String> messages) {
    for (String message : messages) {
      var found = document.getElementsByTagNameNS(namespace, message);
      for (int i = 0; i < found.getLength(); i++) {
        withoutValues(document, (Element) found.item(i));
      }
    }
  }

  private static void withoutValues(Document document, Element message) {
    var quoting = new ArrayList<Element>();
    for (Element inside : elements(message)) {
      if (isQuoting(inside)) {
        quoting.add(inside);
      }
      inside.removeAttribute("expand-text");
      inside.removeAttributeNS(XSL, "expand-text");
    }
    quoting.forEach(q -> q.getParentNode().replaceChild(document.createTextNode("…"), q));
    if (SVRL.equals(message.getNamespaceURI())) {
      message.setAttributeNS(XSL, "xsl:expand-text", "no");
    }
  }

  private static boolean isQuoting(Element inside) {
    String name = inside.getLocalName();
    if (XSL.equals(inside.getNamespaceURI())) {
      return !HARMLESS.contains(name);
    }
    boolean path = name.equals("name") && inside.hasAttribute("path");
    return SCH.equals(inside.getNamespaceURI())
        && (name.equals("value-of")
            || (path && !NODE_NAME.matcher(inside.getAttribute("path")).matches()));
  }

  private static List<Element> elements(Element above) {
    var found = above.getElementsByTagNameNS("*", "*");
    var elements = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
