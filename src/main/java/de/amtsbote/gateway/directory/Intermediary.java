package de.amtsbote.gateway.directory;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/**
 * An OSCI intermediary.
 *
 * @param name logical name
 * @param cipherCertificate what orders to it are encrypted for
 * @param signatureCertificate what its answers are signed with
 * @param chunkAbove larger messages go to it in chunks; empty: as configured for all
 * @param chunkSize size of a chunk; empty: as configured for all
 * @param legacy whether its answers may use algorithms that are refused else
 */
public record Intermediary(
    String name,
    URI url,
    X509Certificate cipherCertificate,
    X509Certificate signatureCertificate,
    Optional<DataSize> chunkAbove,
    Optional<DataSize> chunkSize,
    boolean legacy) {}
