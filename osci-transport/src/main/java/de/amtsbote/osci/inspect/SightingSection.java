package de.amtsbote.osci.inspect;

import de.amtsbote.osci.content.ContentSighting;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.error.Layer;
import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.security.EncryptedKey;
import de.amtsbote.osci.security.Reference;
import de.amtsbote.osci.security.SignatureElement;
import de.amtsbote.osci.wire.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a refused message or delivery shows all the same; nothing of it is verified. */
final class SightingSection {

  private SightingSection() {}

  /** The same fields as for a message that could be read. */
  static Tree head(Sighting sighting, OsciError error, Checks checks) {
    return new Tree()
        .put("messageType", sighting.type().map(MessageType::elementName).orElse(null))
        .put("verdict", null)
        .put("rejectLayer", null)
        .put("rejectReason", null)
        .put(
            "transportEncryption",
            sighting.transport().map(element -> transport(element).build()).orElse(null))
        .put(
            "orderSignature",
            sighting.orderSignature().map(it -> order(sighting, it, error)).orElse(null))
        .put("messageId", null)
        .put("subject", null)
        .put(
            "controlBlock",
            sighting.control().map(EnvelopeSection::control).orElseGet(new Tree()::build))
        .put("certificates", CertificateSection.certificates(sighting.certificates(), checks));
  }

  private static Tree transport(EncryptedElement element) {
    var readers =
        element.keys().stream()
            .map(EncryptedKey::certificate)
            .filter(Objects::nonNull)
            .map(CertificateSection::certificate)
            .toList();
    return encryption(new Tree(), element).put("readers", readers);
  }

  private static Tree encryption(Tree tree, EncryptedElement element) {
    tree.put("cipher", element.method());
    if (element.cipher().map(CipherAlgorithm::mode).orElse(null) == CipherAlgorithm.Mode.GCM) {
      tree.put("ivLength", element.effectiveIvLength());
    }
    element.keys().stream()
        .findFirst()
        .ifPresent(
            key -> {
              tree.put("keyWrap", key.method());
              key.transport()
                  .filter(transport -> transport.digest() != null)
                  .ifPresent(it -> tree.put("oaepDigestAndMgf", it.digest().jcaName()));
            });
    return tree;
  }

  private static Object order(Sighting sighting, SignatureElement signature, OsciError error) {
    var answer = sighting.type().map(MessageType::isAnswer).orElse(false);
    var wrong =
        error.layer() == Layer.ORDER_SIGNATURE || error.rule() == Rule.ALGORITHM_REFUSED_SIGNATURE;
    return new Tree()
        .put("element", answer ? "SupplierSignature" : "ClientSignature")
        .put("signatureMethod", signature.method())
        .put("digestMethod", digestMethod(signature))
        .put("signerCertificateId", signature.signerId())
        .put("references", references(signature))
        .put("valid", wrong ? false : null)
        .build();
  }

  private static String digestMethod(SignatureElement signature) {
    return signature.references().stream()
        .map(Reference::digestUri)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  private static List<String> references(SignatureElement signature) {
    return signature.references().stream().map(Reference::uri).sorted().toList();
  }

  /** The containers that were met before the delivery was refused. */
  static List<Object> containers(
      ContentSighting sighting, RoleCertificates certificates, OsciError error) {
    var containers = new ArrayList<Object>();
    for (var seen : sighting.containers()) {
      var signatures =
          seen.signatures().stream()
              .map(signature -> signature(seen, signature, certificates, error))
              .toList();
      containers.add(
          new Tree()
              .put("refId", seen.refId().orElse(null))
              .put("contents", List.of())
              .put("signatures", signatures)
              .put("encryption", seen.encryption().map(it -> encryption(seen, it)).orElse(null))
              .build());
    }
    return containers;
  }

  private static Object encryption(ContentSighting.Seen seen, EncryptedElement element) {
    return encryption(new Tree().put("encryptedDataId", element.id()), element)
        .put("readable", seen.refId().isPresent())
        .put("readers", seen.readers().stream().map(ContentSection::reader).toList())
        .build();
  }

  private static Object signature(
      ContentSighting.Seen seen,
      SignatureElement signature,
      RoleCertificates certificates,
      OsciError error) {
    var signer = certificates.byId(signature.signerId());
    return new Tree()
        .put("role", signer.map(it -> it.role().idPrefix()).orElse(null))
        .put("valid", valid(seen, error))
        .put("subject", signer.map(SightingSection::subject).orElse(null))
        .put("signatureMethod", signature.method())
        .put("digestMethod", digestMethod(signature))
        .put("references", references(signature))
        .build();
  }

  private static String subject(RoleCertificate certificate) {
    return certificate.certificate().getSubjectX500Principal().getName();
  }

  /** Containers are verified one after the other, so one that is not yet is the wrong one. */
  private static Boolean valid(ContentSighting.Seen seen, OsciError error) {
    if (seen.isVerified()) {
      return true;
    }
    return error.layer() == Layer.CONTENT_SIGNATURE ? false : null;
  }
}
