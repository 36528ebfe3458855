package de.amtsbote.osci.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;

/**
 * Finds the way from a certificate to an anchor. The JDK's path builder does the same, but does not
 * tell an unknown CA from a forged CA signature, and the protocol has different codes for the two.
 */
final class PathFinder {

  /** Longer paths exist nowhere; the bound keeps circles of cross certificates harmless. */
  private static final int LONGEST = 8;

  /**
   * CA certificates that come along are whatever their sender made: where each is an issuer of each
   * other, the ways between them are beyond counting.
   */
  private static final int MOST_SIGNATURES = 500;

  private final TrustMaterial material;
  private final Deque<X509Certificate> chain = new ArrayDeque<>();
  private boolean forged;
  private int verified;

  PathFinder(TrustMaterial material) {
    this.material = material;
  }

  /** The chain below the anchor, end certificate first, and the anchor itself. */
  record Path(List<X509Certificate> chain, X509Certificate anchor) {

    X509Certificate issuerOf(int index) {
      return index + 1 < chain.size() ? chain.get(index + 1) : anchor;
    }
  }

  Optional<Path> find(X509Certificate certificate) {
    chain.addLast(certificate);
    try {
      if (material.anchors().contains(certificate)) {
        return Optional.of(new Path(List.of(), certificate));
      }
      return issuers(certificate).flatMap(issuer -> above(issuer).stream()).findFirst();
    } finally {
      chain.removeLast();
    }
  }

  /** Whether an issuer was at hand whose signature over a certificate did not verify. */
  boolean sawForgedSignature() {
    return forged;
  }

  private Optional<Path> above(X509Certificate issuer) {
    if (material.anchors().contains(issuer)) {
      return Optional.of(new Path(List.copyOf(chain), issuer));
    }
    if (chain.size() >= LONGEST || chain.contains(issuer)) {
      return Optional.empty();
    }
    return find(issuer);
  }

  private Stream<X509Certificate> issuers(X509Certificate certificate) {
    return Stream.concat(material.anchors().stream(), material.intermediates().stream())
        .filter(ca -> ca.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
        .filter(ca -> keyIdentifiersFit(certificate, ca))
        .filter(ca -> signed(certificate, ca));
  }

  private boolean signed(X509Certificate certificate, X509Certificate issuer) {
    if (++verified > MOST_SIGNATURES) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      forged = true;
      return false;
    }
  }

  /** A CA that renewed its key keeps its name: another key identifier means another CA. */
  private static boolean keyIdentifiersFit(X509Certificate certificate, X509Certificate issuer) {
    try {
      var wanted = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
      var given = issuer.getExtensionValue(Extension.subjectKeyIdentifier.getId());
      if (wanted == null || given == null) {
        return true;
      }
      var wantedId = AuthorityKeyIdentifier.getInstance(inner(wanted)).getKeyIdentifierOctets();
      var givenId = SubjectKeyIdentifier.getInstance(inner(given)).getKeyIdentifier();
      return wantedId == null || Arrays.equals(wantedId, givenId);
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  private static byte[] inner(byte[] extension) {
    return ASN1OctetString.getInstance(extension).getOctets();
  }
}
