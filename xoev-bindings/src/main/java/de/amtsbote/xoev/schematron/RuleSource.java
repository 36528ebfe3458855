package de.amtsbote.xoev.schematron;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads a Schematron file as delivered and takes the values out of its messages: an assertion text
 * may quote the message ({@code sch:value-of}), and reports never do.
 */
final class RuleSource {

  static final String SCH = "http://purl.oclc.org/dsdl/schematron";
  private static final String XSL = "http://www.w3.org/1999/XSL/Transform";
  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
  private static final Set<String> REPORTED =
      Set.of("text", "diagnostic-reference", "property-reference");
  private static final Set<String> MESSAGES = Set.of("assert", "report", "diagnostic", "property");

  private RuleSource() {}

  static DOMSource read(Path file) {
    return read(file, SCH, MESSAGES);
  }

  /** Rules that come as a stylesheet: the texts of their report lose their values too. */
  static DOMSource stylesheet(Path file) {
    return read(file, SVRL, REPORTED);
  }

  private static DOMSource read(Path file, String namespace, Set<String> messages) {
    try {
      Document document = Xml.schemaDocuments().parse(file.toFile());
      for (String message : messages) {
        var found = document.getElementsByTagNameNS(namespace, message);
        for (int i = 0; i < found.getLength(); i++) {
          withoutValues(document, (Element) found.item(i));
        }
      }
      return new DOMSource(document, file.toUri().toString());
    } catch (SAXException | IOException broken) {
      throw new XoevException(
          XoevError.RULES_INVALID, file.getFileName() + " is not well-formed", broken);
    }
  }

  private static void withoutValues(Document document, Element message) {
    var quoting = new ArrayList<Element>();
    for (String namespace : new String[] {SCH, XSL}) {
      var found = message.getElementsByTagNameNS(namespace, "*");
      for (int i = 0; i < found.getLength(); i++) {
        String name = found.item(i).getLocalName();
        if (name.equals("value-of") || name.equals("copy-of") || name.equals("sequence")) {
          quoting.add((Element) found.item(i));
        }
      }
    }
    quoting.forEach(q -> q.getParentNode().replaceChild(document.createTextNode("…"), q));
  }
}
