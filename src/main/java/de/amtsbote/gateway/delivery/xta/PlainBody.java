package de.amtsbote.gateway.delivery.xta;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.w3c.dom.Element;

/**
 * A small body.
 *
 * @param element null for an empty one
 */
record PlainBody(Element element) implements CallBody {

  @Override
  public String contentType(String action) {
    return "application/soap+xml; charset=UTF-8; action=\"" + action + "\"";
  }

  @Override
  public BodyPublisher with(byte[] envelope) {
    return BodyPublishers.ofByteArray(envelope);
  }
}
