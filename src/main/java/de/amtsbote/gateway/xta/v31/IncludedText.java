package de.amtsbote.gateway.xta.v31;

import de.amtsbote.gateway.xta.XtaAnswerException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Base64;
import org.w3c.dom.Element;

/** Puts MIME parts into a small tree where it refers to them, as XOP 1.0, section 3.2 says. */
final class IncludedText {

  private static final int LARGEST = 4 * 1024 * 1024;
  private static final String CID = "cid:";

  private final PartSource parts;
  private int left = LARGEST;

  private IncludedText(PartSource parts) {
    this.parts = parts;
  }

  /**
   * Replaces each reference by its part in Base64.
   *
   * @throws IOException when a part is missing, or all are larger than any small answer
   */
  static void inline(Element root, PartSource parts) throws IOException {
    new IncludedText(parts).walk(root);
  }

  private void walk(Element parent) throws IOException {
    for (var child : Elements.all(parent)) {
      if (Names.XOP.equals(child.getNamespaceURI()) && "Include".equals(child.getLocalName())) {
        parent.setTextContent(text(child.getAttribute("href")));
        return;
      }
      walk(child);
    }
  }

  private String text(String href) throws IOException {
    if (!href.startsWith(CID)) {
      throw new XtaAnswerException("the answer refers to a part by something else than its id");
    }
    try (var part = parts.open(href.substring(CID.length()))) {
      var octets = part.readNBytes(left + 1);
      left -= octets.length;
      if (left < 0) {
        throw new XtaAnswerException("the parts are larger than any answer to such a call");
      }
      return Base64.getEncoder().encodeToString(octets);
    } catch (FileNotFoundException | IllegalArgumentException e) {
      throw new XtaAnswerException("the answer refers to a part that is not there", e);
    }
  }
}
