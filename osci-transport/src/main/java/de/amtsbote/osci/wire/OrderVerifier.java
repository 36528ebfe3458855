package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.content.StoredPart;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.security.Reference;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.security.SignatureElement;
import de.amtsbote.osci.security.Verification;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Verifies an order signature: digests, value, and that it covers every part (K§4.3). */
final class OrderVerifier {

  private final Verification checks;
  private final Envelope envelope;
  private final List<StoredPart> parts;
  private final Map<String, Map<DigestAlgorithm, byte[]>> partDigests;
  private final Map<String, Envelope.SignedBlock> blocks = new HashMap<>();
  private final Set<String> signed = new HashSet<>();

  OrderVerifier(
      AlgorithmPolicy policy,
      Envelope envelope,
      List<StoredPart> parts,
      Map<String, Map<DigestAlgorithm, byte[]>> partDigests) {
    this.checks =
        new Verification(
            policy,
            Rule.ALGORITHM_REFUSED_SIGNATURE,
            Rule.ORDER_SIGNER,
            Rule.ORDER_SIGNER_USAGE,
            Rule.ORDER_SIGNATURE_VALUE,
            Rule.ORDER_UNKNOWN_REFERENCE);
    this.envelope = envelope;
    this.parts = parts;
    this.partDigests = partDigests;
    envelope.blocks.forEach(block -> blocks.put("#" + block.id(), block));
  }

  SignatureFacts verify() throws OsciException {
    SignatureElement signature = envelope.signature;
    SignatureAlgorithm method = checks.methods(signature);
    RoleCertificate signer =
        checks.signer(
            signature,
            envelope.certificates,
            c -> CertificateRules.maySign(envelope.type, c.role()));
    for (Reference reference : signature.references()) {
      if (!signed.add(reference.uri())) {
        throw new OsciException(Rule.ORDER_UNKNOWN_REFERENCE, reference.uri() + " twice");
      }
      byte[] digest = digest(reference);
      if (digest == null) {
        throw new OsciException(Rule.ORDER_UNKNOWN_REFERENCE, reference.uri());
      }
      if (!MessageDigest.isEqual(digest, reference.digest())) {
        throw new OsciException(Rule.ORDER_DIGEST, reference.uri());
      }
    }
    checks.value(signature, method, signer);
    requireCoverage();
    return new SignatureFacts(
        method,
        signature.digests(),
        signer,
        signed.stream().sorted().toList(),
        signature.properties() == null ? null : signature.properties().signingTime());
  }

  /** The digest of what a reference means; null if there is no such thing where it may stand. */
  private byte[] digest(Reference reference) {
    DigestAlgorithm algorithm = reference.algorithm().orElseThrow();
    if (reference.isPart()) {
      return reference.transform() == Transform.NONE
          ? partDigests
              .getOrDefault(reference.uri().substring("cid:".length()), Map.of())
              .get(algorithm)
          : null;
    }
    SignatureElement.Properties properties = envelope.signature.properties();
    if (properties != null && reference.uri().equals("#" + properties.id())) {
      return reference.transform() == Transform.BASE64
          ? null
          : CryptoProviders.digest(algorithm).digest(properties.octets());
    }
    if (reference.transform() != Transform.CANONICAL) {
      return null;
    }
    Envelope.SignedBlock block = blocks.get(reference.uri());
    if (block != null) {
      return CryptoProviders.digest(algorithm).digest(block.octets());
    }
    return reference.uri().equals("#" + envelope.bodyId)
        ? envelope.bodyDigests.get(algorithm)
        : null;
  }

  private void requireCoverage() throws OsciException {
    for (String block : blocks.keySet()) {
      require(block);
    }
    if (envelope.bodyId == null) {
      throw new OsciException(Rule.ORDER_INCOMPLETE, "Body without Id");
    }
    require("#" + envelope.bodyId);
    for (StoredPart part : parts) {
      require("cid:" + part.name());
    }
    if (envelope.signature.properties() != null) {
      require("#" + envelope.signature.properties().id());
    }
  }

  private void require(String uri) throws OsciException {
    if (!signed.contains(uri)) {
      throw new OsciException(Rule.ORDER_INCOMPLETE, uri);
    }
  }
}
