package de.amtsbote.osci.security;

import de.amtsbote.osci.crypto.DigestAlgorithm;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A ds:Signature as it was read; nothing is verified yet.
 *
 * @param signedInfo canonical octets
 * @param canonicalization URI
 * @param method URI
 * @param references what it claims to sign
 * @param value signature value
 * @param signerId {@code Id} of the certificate element; null if it names none
 * @param certificate the signer's, if it stands in the signature; null if it does not
 * @param properties XAdES properties that claim to be signed; null if there are none
 */
public record SignatureElement(
    byte[] signedInfo,
    String canonicalization,
    String method,
    List<Reference> references,
    byte[] value,
    String signerId,
    X509Certificate certificate,
    Properties properties) {

  /**
   * Signed XAdES properties.
   *
   * @param id target of their reference
   * @param octets canonical form
   * @param signingTime null if there is none
   */
  public record Properties(String id, byte[] octets, OffsetDateTime signingTime) {}

  /** Copies the references. */
  public SignatureElement {
    references = List.copyOf(references);
  }

  /** The known digest methods that references to this target use with this transform. */
  public Set<DigestAlgorithm> digestsOf(String uri, Reference.Transform transform) {
    return references.stream()
        .filter(reference -> reference.uri().equals(uri) && reference.transform() == transform)
        .flatMap(reference -> reference.algorithm().stream())
        .collect(Collectors.toSet());
  }

  /** The known digest methods of all references. */
  public Set<DigestAlgorithm> digests() {
    return references.stream()
        .flatMap(reference -> reference.algorithm().stream())
        .collect(Collectors.toSet());
  }
}
