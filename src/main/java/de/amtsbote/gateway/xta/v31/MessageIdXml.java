package de.amtsbote.gateway.xta.v31;

import org.w3c.dom.Element;

/** Bodies that are a message id. */
public final class MessageIdXml {

  private MessageIdXml() {}

  /** The id in a body. */
  public static String read(Element body) {
    return Elements.text(body);
  }

  /** A body with this id. */
  public static Element write(String id) {
    return Tree.root(Names.ADDRESSING, "MessageID").content(id).element();
  }
}
