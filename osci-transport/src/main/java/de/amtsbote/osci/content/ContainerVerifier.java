package de.amtsbote.osci.content;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.crypto.DigestAlgorithm;
import de.amtsbote.osci.crypto.SignatureAlgorithm;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.security.Reference;
import de.amtsbote.osci.security.Reference.Transform;
import de.amtsbote.osci.security.SignatureElement;
import de.amtsbote.osci.security.Verification;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies the signatures of a container: each must be right and cover all that is in it. */
final class ContainerVerifier {

  private final Verification checks;
  private final RoleCertificates certificates;

  ContainerVerifier(AlgorithmPolicy policy, RoleCertificates certificates) {
    this.checks =
        new Verification(
            policy,
            Rule.ALGORITHM_REFUSED_CONTENT,
            Rule.CONTENT_SIGNER,
            Rule.CONTENT_SIGNER_USAGE,
            Rule.CONTENT_SIGNATURE_VALUE,
            Rule.CONTENT_UNKNOWN_REFERENCE);
    this.certificates = certificates;
  }

  List<SignatureFacts> verify(ParsedContainer container, Attachments attachments)
      throws IOException {
    List<SignatureFacts> facts = new ArrayList<>();
    for (SignatureElement signature : container.signatures) {
      facts.add(verify(container, signature, attachments));
    }
    return facts;
  }

  private SignatureFacts verify(
      ParsedContainer container, SignatureElement signature, Attachments attachments)
      throws IOException {
    SignatureAlgorithm method = checks.methods(signature);
    RoleCertificate signer = checks.signer(signature, certificates, any -> true);
    for (Reference reference : signature.references()) {
      if (reference.isPart()) {
        part(container, reference, attachments);
      } else {
        element(container, signature, reference);
      }
    }
    checks.value(signature, method, signer);
    requireCoverage(container, signature);
    return new SignatureFacts(
        method,
        signature.digests(),
        signer,
        signature.references().stream().map(Reference::uri).sorted().toList(),
        signature.properties() == null ? null : signature.properties().signingTime());
  }

  private static void element(
      ParsedContainer container, SignatureElement signature, Reference reference)
      throws OsciException {
    DigestAlgorithm algorithm = reference.algorithm().orElseThrow();
    SignatureElement.Properties properties = signature.properties();
    if (properties != null && reference.uri().equals("#" + properties.id())) {
      byte[] digest = CryptoProviders.digest(algorithm).digest(properties.octets());
      if (reference.transform() == Transform.BASE64
          || !MessageDigest.isEqual(digest, reference.digest())) {
        throw new OsciException(Rule.CONTENT_DIGEST, reference.uri());
      }
      return;
    }
    ParsedContainer.DigestKey key =
        new ParsedContainer.DigestKey(reference.uri(), reference.transform(), algorithm);
    if (!container.digests.containsKey(key)) {
      throw new OsciException(Rule.CONTENT_UNKNOWN_REFERENCE, reference.uri());
    }
    if (!container.matches(key, reference.digest())) {
      throw new OsciException(Rule.CONTENT_DIGEST, reference.uri());
    }
  }

  /** A part that belongs to an encrypted container inside cannot be checked from here. */
  private static void part(ParsedContainer container, Reference reference, Attachments attachments)
      throws IOException {
    String name = reference.uri().substring("cid:".length());
    if (reference.transform() != Transform.NONE) {
      throw new OsciException(Rule.CONTENT_UNKNOWN_REFERENCE, reference.uri());
    }
    boolean ours = container.parts().anyMatch(name::equals);
    if (!ours && container.tree().allMatch(inner -> inner.encrypted.isEmpty())) {
      throw new OsciException(Rule.CONTENT_UNKNOWN_REFERENCE, reference.uri());
    }
    if (ours
        && !attachments.matches(name, reference.algorithm().orElseThrow(), reference.digest())) {
      throw new OsciException(Rule.CONTENT_DIGEST, reference.uri());
    }
  }

  private static void requireCoverage(ParsedContainer container, SignatureElement signature)
      throws OsciException {
    Set<String> signed =
        signature.references().stream().map(Reference::uri).collect(Collectors.toSet());
    for (ParsedContainer.Item item : container.items) {
      if (item.targets().stream().noneMatch(signed::contains)) {
        throw new OsciException(Rule.CONTENT_INCOMPLETE, item.refId());
      }
      if (item.part() != null && !signed.contains("cid:" + item.part())) {
        throw new OsciException(Rule.CONTENT_INCOMPLETE, "cid:" + item.part());
      }
      if (item.nested() != null) {
        requireNestedParts(item.nested(), signed);
      }
    }
    for (PackageElement encrypted : container.encrypted) {
      String id = encrypted.stored().id();
      if (id == null || !signed.contains("#" + id)) {
        throw new OsciException(Rule.CONTENT_INCOMPLETE, id);
      }
    }
    SignatureElement.Properties properties = signature.properties();
    if (properties != null && !signed.contains("#" + properties.id())) {
      throw new OsciException(Rule.CONTENT_INCOMPLETE, properties.id());
    }
  }

  /** Attachments of a nested container are covered from here or by its own signatures. */
  private static void requireNestedParts(ParsedContainer nested, Set<String> signed)
      throws OsciException {
    if (nested.isSigned()) {
      return;
    }
    for (ParsedContainer.Item item : nested.items) {
      if (item.part() != null && !signed.contains("cid:" + item.part())) {
        throw new OsciException(Rule.CONTENT_INCOMPLETE, "cid:" + item.part());
      }
      if (item.nested() != null) {
        requireNestedParts(item.nested(), signed);
      }
    }
  }
}
