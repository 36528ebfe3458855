package de.amtsbote.gateway.entry.xta.soap;

import jakarta.activation.DataHandler;
import java.util.List;
import java.util.Map;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.w3c.dom.Element;

/**
 * What goes back.
 *
 * @param headers header blocks beside addressing
 * @param body null for an empty body
 * @param parts MIME parts by their Content-ID, in the order in which they are sent
 */
public record Answer(List<Element> headers, Source body, Map<String, DataHandler> parts) {

  /** An empty body, which says: done. */
  public static final Answer EMPTY = new Answer(List.of(), null, Map.of());

  /** One element. */
  public static Answer of(Element body) {
    return new Answer(List.of(), new DOMSource(body), Map.of());
  }

  /** One element and header blocks. */
  public static Answer of(Element body, List<Element> headers) {
    return new Answer(headers, new DOMSource(body), Map.of());
  }
}
