package de.amtsbote.gateway.entry.xta.soap;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who is at the other end of the line.
 *
 * @param address IP address
 * @param certificate what it proved to hold in this TLS connection; null without
 * @param vouched values of the header in which a proxy names the certificate of its own caller;
 *     worth nothing unless the address is that of a trusted proxy
 */
public record Peer(String address, X509Certificate certificate, List<String> vouched) {}
