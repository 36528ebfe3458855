package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.trust.CertificateUse;
import de.amtsbote.osci.trust.Finding;
import de.amtsbote.osci.wire.ClosedDelivery;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Opens deliveries and checks their authors. Old algorithms are read only from a partner that the
 * directory says needs them, and only if that partner signed all of the content.
 */
final class DeliveryOpener {

  private final LiveDirectory directory;
  private final OsciTrust trust;

  DeliveryOpener(LiveDirectory directory, OsciTrust trust) {
    this.directory = directory;
    this.trust = trust;
  }

  /**
   * Opens a delivery.
   *
   * @throws GatewayException OSCI_CONTENT_INVALID, CERTIFICATE_REFUSED or REVOCATION_UNKNOWN
   */
  OpenedDelivery open(ClosedDelivery delivery, boolean mustBeSigned) {
    var legacy = legacyPartner(delivery);
    var content = opened(delivery, legacy);
    if (mustBeSigned) {
      requireSigned(content);
    }
    var unchecked = false;
    var authors = new TreeSet<String>();
    for (var container : content.containers()) {
      container.signatures().forEach(it -> authors.add(Fingerprint.of(it.signer().certificate())));
      legacy.ifPresent(partner -> requireSignedBy(partner, container));
      unchecked |= requireAuthors(container);
    }
    if (content.containers().stream().anyMatch(it -> it.signatures().isEmpty())) {
      // what somebody signed elsewhere and lies beside it tells nothing of the rest
      authors.clear();
    }
    return new OpenedDelivery(
        content,
        legacy.isPresent() || !delivery.tolerated().isEmpty(),
        tolerated(delivery, content),
        authors,
        unchecked);
  }

  /** The message that carried the delivery is always signed. */
  private static Set<String> tolerated(ClosedDelivery delivery, OpenedContent content) {
    return Stream.concat(delivery.tolerated().stream(), content.tolerated(true).stream())
        .map(it -> it.algorithm().substring(it.algorithm().indexOf('#') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static OpenedContent opened(ClosedDelivery delivery, Optional<Partner> legacy) {
    try {
      return delivery.open(
          legacy.isPresent() ? AlgorithmPolicy.legacyPartner() : AlgorithmPolicy.standard());
    } catch (OsciException e) {
      throw new GatewayException(ErrorCode.OSCI_CONTENT_INVALID, e.error().describe(), e);
    }
  }

  private Optional<Partner> legacyPartner(ClosedDelivery delivery) {
    var known = directory.get();
    var present = delivery.certificates().all().stream().map(RoleCertificate::certificate).toList();
    return known.partnerNames().stream()
        .map(known::partner)
        .filter(partner -> partner.osci().legacy())
        .filter(
            partner -> partner.osci().signatureCertificates().stream().anyMatch(present::contains))
        .findFirst();
  }

  private static void requireSigned(OpenedContent content) {
    try {
      content.requireSigned();
    } catch (OsciException e) {
      throw new GatewayException(
          ErrorCode.OSCI_CONTENT_INVALID, "the content is not signed: " + e.error().describe(), e);
    }
  }

  private static void requireSignedBy(Partner partner, OpenedContainer container) {
    var expected = partner.osci().signatureCertificates();
    if (container.signatures().stream()
        .noneMatch(it -> expected.contains(it.signer().certificate()))) {
      throw invalid("old algorithms are admitted in what '%s' signs".formatted(partner.name()));
    }
  }

  /** True if the revocation of an author's certificate could not be checked. */
  private boolean requireAuthors(OpenedContainer container) {
    var unchecked = false;
    for (var signature : container.signatures()) {
      var report =
          trust.require(signature.signer().certificate(), CertificateUse.SIGNATURE, "the author");
      unchecked |= report.has(Finding.REVOCATION_UNKNOWN);
    }
    return unchecked;
  }

  private static GatewayException invalid(String details) {
    return new GatewayException(ErrorCode.OSCI_CONTENT_INVALID, details);
  }
}
