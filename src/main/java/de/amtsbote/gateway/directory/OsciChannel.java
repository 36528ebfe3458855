package de.amtsbote.gateway.directory;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * How a partner is reached over OSCI-Transport.
 *
 * @param addressee whose mailbox it is, or whose server takes what is pushed; often the reader too
 * @param cipherCertificate the reader's: what content is encrypted for
 * @param signatureCertificate what the partner signs with, where it is known
 * @param demands what the partner's service wants messages to look like
 * @param recipient where the intermediary brings messages to; empty for a mailbox
 * @param legacy whether what it signs may use algorithms that are refused else
 */
public record OsciChannel(
    Intermediary intermediary,
    X509Certificate addressee,
    X509Certificate cipherCertificate,
    Optional<X509Certificate> signatureCertificate,
    Demands demands,
    Optional<URI> recipient,
    boolean legacy) {}
