package de.amtsbote.osci.security;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.crypto.Signatures;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The checks of one signature that are the same for orders and content, with the rules to name when
 * one fails.
 *
 * @param policy which algorithms are admitted
 * @param refused algorithm is not admitted
 * @param signer signer's certificate is missing
 * @param wrongUsage signer's certificate is not made for signing
 * @param wrongValue signature value is not right
 * @param wrongReference a reference is of a form that OSCI-Transport has not
 */
public record Verification(
    AlgorithmPolicy policy,
    Rule refused,
    Rule signer,
    Rule wrongUsage,
    Rule wrongValue,
    Rule wrongReference) {

  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  /** Checks the methods and the form of the references. */
  public SignatureAlgorithm methods(SignatureElement signature) throws OsciException {
    if (!signature.canonicalization().equals(Algorithms.C14N)) {
      throw new OsciException(refused, signature.canonicalization());
    }
    Optional<SignatureAlgorithm> method =
        SignatureAlgorithm.of(signature.method()).filter(policy::accepts);
    if (method.isEmpty()) {
      throw new OsciException(refused, signature.method());
    }
    for (Reference reference : signature.references()) {
      Optional<DigestAlgorithm> digest = reference.algorithm().filter(policy::accepts);
      if (digest.isEmpty()) {
        throw new OsciException(refused, reference.digestUri());
      }
      if (reference.transform() == null) {
        throw new OsciException(wrongReference, reference.uri());
      }
      if (reference.transform() == Reference.Transform.UNKNOWN) {
        throw new OsciException(refused, "transform of " + reference.uri());
      }
    }
    return method.get();
  }

  /**
   * Finds the signer's certificate among those of the message and checks that it is for signing.
   */
  public RoleCertificate signer(
      SignatureElement signature,
      RoleCertificates certificates,
      Predicate<RoleCertificate> admitted)
      throws OsciException {
    RoleCertificate found =
        named(signature, certificates)
            .filter(c -> c.usage() == Usage.SIGNATURE)
            .filter(admitted)
            .findFirst()
            .orElseThrow(() -> new OsciException(signer, null));
    if (!maySign(found.certificate())) {
      throw new OsciException(wrongUsage, found.id());
    }
    if (!policy.accepts(found.certificate().getPublicKey())) {
      throw new OsciException(refused, "key of " + found.id());
    }
    return found;
  }

  /** A certificate that stands in the signature itself counts only if it has a role, too. */
  private static Stream<RoleCertificate> named(
      SignatureElement signature, RoleCertificates certificates) {
    return signature.signerId() == null && signature.certificate() != null
        ? certificates.all().stream().filter(c -> c.certificate().equals(signature.certificate()))
        : certificates.byId(signature.signerId()).stream();
  }

  private static boolean maySign(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
  }

  /** Checks the signature value. */
  public void value(
      SignatureElement signature, SignatureAlgorithm method, RoleCertificate certificate)
      throws OsciException {
    if (!Signatures.verify(
        method,
        certificate.certificate().getPublicKey(),
        signature.signedInfo(),
        signature.value())) {
      throw new OsciException(wrongValue, null);
    }
  }
}
