package de.amtsbote.gateway.delivery.xta;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import org.w3c.dom.Element;

/** What stands in the body of a call, and how it goes over the line. */
interface CallBody {

  /** The element in the body of the envelope; null for an empty body. */
  Element element();

  /** Media type of the request with this SOAP action. */
  String contentType(String action);

  /** The octets of the request with this envelope. */
  BodyPublisher with(byte[] envelope) throws IOException;
}
