package de.amtsbote.gateway.directory;

import java.net.URI;
import java.security.cert.X509Certificate;

/**
 * An OSCI intermediary.
 *
 * @param name logical name
 * @param cipherCertificate what orders to it are encrypted for
 * @param signatureCertificate what its answers are signed with
 */
public record Intermediary(
    String name,
    URI url,
    X509Certificate cipherCertificate,
    X509Certificate signatureCertificate) {}
