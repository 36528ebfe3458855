package de.amtsbote.gateway.entry.xta.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;

/**
 * Who is at the other end of the line.
 *
 * @param address IP address
 * @param certificate what it proved to hold in this TLS connection; null without
 * @param vouched values of the header in which a proxy names the certificate of its own caller;
 *     worth nothing unless the address is that of a trusted proxy
 */
public record Peer(String address, X509Certificate certificate, List<String> vouched) {

  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  /**
   * Looks at the connection.
   *
   * @param proxyHeader where a proxy names the certificate of its caller
   */
  public static Peer of(HttpServletRequest request, String proxyHeader) {
    var chain = (X509Certificate[]) request.getAttribute(CERTIFICATES);
    return new Peer(
        request.getRemoteAddr(),
        chain == null || chain.length == 0 ? null : chain[0],
        List.copyOf(Collections.list(request.getHeaders(proxyHeader))));
  }
}
