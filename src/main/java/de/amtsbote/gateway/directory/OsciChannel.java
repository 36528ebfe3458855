package de.amtsbote.gateway.directory;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * How a partner is reached over OSCI-Transport.
 *
 * @param cipherCertificate the reader's: names its mailbox and is what content is encrypted for
 * @param signatureCertificate what the partner signs with, where it is known
 * @param container id of the content container, as agreed for the standard
 * @param content id of the content that holds the XML document
 * @param legacy whether what it signs may use algorithms that are refused else
 */
public record OsciChannel(
    Intermediary intermediary,
    X509Certificate cipherCertificate,
    Optional<X509Certificate> signatureCertificate,
    String container,
    String content,
    boolean legacy) {}
