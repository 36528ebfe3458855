package de.amtsbote.gateway.entry.xta.soap;

import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.headers.Header;
import org.w3c.dom.Element;

/**
 * The header blocks of a message.
 *
 * @param blocks in their order
 */
public record Headers(List<Element> blocks) {

  static Headers of(SoapMessage message) {
    return new Headers(
        message.getHeaders().stream()
            .map(Header::getObject)
            .filter(Element.class::isInstance)
            .map(Element.class::cast)
            .toList());
  }

  List<Element> all(QName name) {
    return blocks.stream()
        .filter(
            it ->
                name.getLocalPart().equals(it.getLocalName())
                    && name.getNamespaceURI().equals(it.getNamespaceURI()))
        .toList();
  }

  /** The first block of this name. */
  public Optional<Element> find(QName name) {
    return all(name).stream().findFirst();
  }
}
