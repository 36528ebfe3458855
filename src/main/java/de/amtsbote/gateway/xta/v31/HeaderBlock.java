package de.amtsbote.gateway.xta.v31;

import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Takes header blocks out of their envelope. */
public final class HeaderBlock {

  private HeaderBlock() {}

  /**
   * A copy that stands for itself. It has the namespaces that were in scope, for types and tokens
   * name them in their values; it lacks what SOAP and WS-Addressing put on blocks of any kind (SOAP
   * 1.2 part 1, 5.2; WS-Addressing 1.0 SOAP binding, 3.4).
   */
  public static Element alone(Element block) {
    var document = Xml.document();
    var copy = (Element) document.importNode(block, true);
    document.appendChild(copy);
    for (var above = block.getParentNode();
        above instanceof Element;
        above = above.getParentNode()) {
      declare(copy, (Element) above);
    }
    var attributes = block.getAttributes();
    for (var i = 0; i < attributes.getLength(); i++) {
      var attribute = (Attr) attributes.item(i);
      if (isOfEnvelope(attribute, block.getParentNode())) {
        copy.removeAttributeNS(attribute.getNamespaceURI(), attribute.getLocalName());
      }
    }
    return copy;
  }

  private static void declare(Element copy, Element above) {
    var attributes = above.getAttributes();
    for (var i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      if (isDeclaration(attribute) && !copy.hasAttribute(attribute.getNodeName())) {
        copy.setAttributeNS(
            attribute.getNamespaceURI(), attribute.getNodeName(), attribute.getNodeValue());
      }
    }
  }

  private static boolean isDeclaration(Node attribute) {
    return XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
  }

  /** Apache CXF copies the attributes of the header to each of its blocks. */
  private static boolean isOfEnvelope(Attr attribute, Node header) {
    var namespace = attribute.getNamespaceURI();
    return Names.SOAP.equals(namespace)
        || Names.ADDRESSING.equals(namespace)
            && "IsReferenceParameter".equals(attribute.getLocalName())
        || namespace != null
            && !isDeclaration(attribute)
            && header instanceof Element above
            && above.hasAttributeNS(namespace, attribute.getLocalName());
  }
}
