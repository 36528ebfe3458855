package de.amtsbote.gateway.entry.xta.soap;

import javax.xml.namespace.QName;
import org.apache.cxf.helpers.DOMUtils;
import org.w3c.dom.Element;

/** Makes header blocks that hold a text. */
final class HeaderBlocks {

  private HeaderBlocks() {}

  static Element of(QName name, String text) {
    var document = DOMUtils.createDocument();
    var block = document.createElementNS(name.getNamespaceURI(), "wsa:" + name.getLocalPart());
    block.setTextContent(text);
    return block;
  }
}
