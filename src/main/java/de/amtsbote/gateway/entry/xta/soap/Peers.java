package de.amtsbote.gateway.entry.xta.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Looks at the connection. */
final class Peers {

  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private Peers() {}

  static Peer of(Message message, String proxyHeader) {
    var request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
    var chain = (X509Certificate[]) request.getAttribute(CERTIFICATES);
    return new Peer(
        request.getRemoteAddr(),
        chain == null || chain.length == 0 ? null : chain[0],
        List.copyOf(Collections.list(request.getHeaders(proxyHeader))));
  }
}
