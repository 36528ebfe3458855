package de.amtsbote.gateway.entry.xta.soap;

import de.amtsbote.gateway.xta.v31.HeaderBlock;
import de.amtsbote.gateway.xta.v31.PartSource;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Element;

/**
 * A call whose addressing is in order.
 *
 * @param caller who is at the other end of the line
 * @param body stands at the one element of the body; null when the body is empty
 * @param parts the MIME parts that the body refers to
 */
public record Call(
    XtaOperation operation, Peer caller, Headers headers, XMLStreamReader body, PartSource parts) {

  /**
   * A header block beside addressing, without what belongs to the envelope; empty when the caller
   * sent none.
   */
  public Optional<Element> header(QName name) {
    return headers.find(name).map(HeaderBlock::alone);
  }
}
