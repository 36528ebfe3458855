package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.Communication;
import de.amtsbote.gateway.directory.Demands;
import de.amtsbote.gateway.directory.Directory;
import de.amtsbote.gateway.directory.Intermediary;
import de.amtsbote.gateway.directory.Limits;
import de.amtsbote.gateway.directory.OsciChannel;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.directory.dvdv.api.ServiceElement;
import de.amtsbote.gateway.directory.dvdv.wsdl.ServiceWsdl;
import de.amtsbote.gateway.directory.dvdv.wsdl.ServiceWsdlReader;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes a directory entry of a service. */
final class EntryBuilder {

  private final List<DvdvProperties.Network> networks;
  private final Supplier<Directory> files;
  private final Clock clock;

  /**
   * @param files what they say of an intermediary of the same address, or of the same authority
   *     beyond how it is reached, is kept
   */
  EntryBuilder(List<DvdvProperties.Network> networks, Supplier<Directory> files, Clock clock) {
    this.networks = List.copyOf(networks);
    this.files = files;
    this.clock = clock;
  }

  /**
   * The partner that an authority's service is.
   *
   * @throws GatewayException PARTNER_INCOMPLETE when something is missing that sending needs,
   *     CERTIFICATE_REFUSED when a certificate was revoked, DIRECTORY_ANSWER_INVALID when something
   *     cannot be read
   */
  Partner partner(ServiceNames.Instance instance, Service service) {
    var wsdl = wsdl(service);
    var local = files.get().withKey(instance.key());
    return new Partner(
        instance.service().partner(instance.key()),
        service.organizationNameDe() == null ? instance.key() : service.organizationNameDe(),
        Set.of(instance.key()),
        Set.of(instance.service().uri()),
        local.map(Partner::quirks).orElse(QuirkProfile.STRICT),
        local.map(Partner::limits).orElse(Limits.NONE),
        channel(service, wsdl, instance.service().content()));
  }

  /** When an answer ends: with the service, or with a certificate that sending to it uses. */
  Instant end(Service service) {
    try {
      return Validity.end(
          service, ServiceRoute.of(service, wsdl(service), networks).certificates(clock.instant()));
    } catch (GatewayException e) {
      // it leads nowhere, and nothing of it is used
      return Validity.end(service, List.of());
    }
  }

  private static ServiceWsdl wsdl(Service service) {
    if (!"WSDL_OSCI".equals(service.serviceSpecificationType())
        || service.serviceSpecificationDocument() == null) {
      throw ServiceRoute.incomplete(
          service, "is not described for OSCI; write a partner of your own");
    }
    return ServiceWsdlReader.read(service.serviceSpecificationDocument());
  }

  private OsciChannel channel(Service service, ServiceWsdl wsdl, String content) {
    var route = ServiceRoute.of(service, wsdl, networks);
    var addressee = route.addressee();
    var reader =
        route
            .reader()
            .map(it -> certificate(service, it.cipherCertificate(), it.serviceElementName()));
    var mailbox =
        certificate(service, addressee.cipherCertificate(), addressee.serviceElementName());
    return new OsciChannel(
        intermediary(service, route.intermediary()),
        mailbox,
        reader.orElse(mailbox),
        route.signatures(clock.instant()).stream()
            .map(it -> certificate(service, it.signatureCertificate(), it.serviceElementName()))
            .collect(Collectors.toUnmodifiableSet()),
        demands(wsdl, route.container(), content),
        recipient(service, wsdl, addressee),
        false);
  }

  private Intermediary intermediary(Service service, ServiceElement element) {
    var url = url(service, element);
    var cipher = certificate(service, element.cipherCertificate(), "the intermediary");
    var signature = certificate(service, element.signatureCertificate(), "the intermediary");
    var known = files.get();
    return known.intermediaryNames().stream()
        .flatMap(it -> known.intermediary(it).stream())
        .filter(it -> it.url().equals(url))
        .findFirst()
        .map(
            it ->
                new Intermediary(
                    it.name(),
                    url,
                    cipher,
                    signature,
                    it.chunkAbove(),
                    it.chunkSize(),
                    it.legacy()))
        .orElseGet(
            () ->
                new Intermediary(
                    url.getAuthority() + url.getPath(),
                    url,
                    cipher,
                    signature,
                    Optional.empty(),
                    Optional.empty(),
                    false));
  }

  private static URI url(Service service, ServiceElement element) {
    var text = element.serviceElementUri() == null ? "" : element.serviceElementUri().strip();
    try {
      var url = URI.create(text);
      if (url.getHost() != null && Set.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw ServiceRoute.incomplete(
        service, "has no usable address for '%s'".formatted(element.serviceElementName()));
  }

  private static Demands demands(
      ServiceWsdl wsdl, ServiceWsdl.Container container, String content) {
    var encrypted =
        container.demand().encrypted().or(() -> wsdl.binding().encrypted()).orElse(true);
    var level =
        container.demand().signatureLevel().or(() -> wsdl.binding().signatureLevel()).orElse("");
    return new Demands(
        container.name(),
        content,
        encrypted,
        !level.equalsIgnoreCase("none"),
        wsdl.subject(),
        Communication.of(wsdl.communication()));
  }

  private static Optional<URI> recipient(
      Service service, ServiceWsdl wsdl, ServiceElement addressee) {
    return Communication.of(wsdl.communication())
        .filter(it -> it != Communication.MAILBOX)
        .map(it -> url(service, addressee));
  }

  private X509Certificate certificate(Service service, DvdvCertificate given, String whose) {
    if (given == null) {
      throw ServiceRoute.incomplete(service, "lacks a certificate of '%s'".formatted(whose));
    }
    var revoked = given.revocationDate();
    if (revoked != null && !clock.instant().isBefore(revoked)) {
      throw new GatewayException(
          ErrorCode.CERTIFICATE_REFUSED,
          "the DVDV says that the certificate of '%s' was revoked on %s".formatted(whose, revoked));
    }
    return given.decoded();
  }
}
