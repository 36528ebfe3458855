package de.amtsbote.gateway.directory.dvdv;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes a directory entry of a service. Service elements are found by type and by the name that the
 * service description refers to them by, never as the first of their type: there may be several.
 */
final class EntryBuilder {

  private static final String INTERMEDIARY = "OSCI_INTERMEDIARY";
  private static final String ADDRESSEE = "OSCI_ADDRESSEE";
  private static final String CIPHER = "CIPHER_CERTIFICATE";
  private static final String SIGNATURE = "SIGNATURE_CERTIFICATE";
  private static final String XML_ID = "[A-Za-z_][A-Za-z0-9._-]*";

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
    if (!"WSDL_OSCI".equals(service.serviceSpecificationType())
        || service.serviceSpecificationDocument() == null) {
      throw incomplete(service, "is not described for OSCI; write a partner of your own");
    }
    var wsdl = ServiceWsdlReader.read(service.serviceSpecificationDocument());
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

  private OsciChannel channel(Service service, ServiceWsdl wsdl, String content) {
    var port = port(service, wsdl);
    var addressee = element(service, ADDRESSEE, port.addressee());
    var container = container(service, wsdl);
    var reader = reader(service, wsdl, container);
    var mailbox = certificate(service, addressee.cipherCertificate(), port.addressee());
    return new OsciChannel(
        intermediary(service, element(service, INTERMEDIARY, port.intermediary())),
        mailbox,
        reader.orElse(mailbox),
        signature(service),
        demands(wsdl, container, content),
        recipient(service, wsdl, addressee),
        false);
  }

  private ServiceWsdl.Port port(Service service, ServiceWsdl wsdl) {
    for (var network : networks) {
      var wanted = network == DvdvProperties.Network.TESTA;
      for (var port : wsdl.ports()) {
        if (port.isTesta() == wanted && has(service, INTERMEDIARY, port.intermediary())) {
          return port;
        }
      }
    }
    throw incomplete(service, "has no way through the networks " + networks);
  }

  private static boolean has(Service service, String type, String name) {
    return service.serviceElements().stream().anyMatch(it -> it.is(type, name));
  }

  private static ServiceElement element(Service service, String type, String name) {
    return service.serviceElements().stream()
        .filter(it -> it.is(type, name))
        .findFirst()
        .orElseThrow(() -> incomplete(service, "lacks the %s '%s'".formatted(type, name)));
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
    throw incomplete(
        service, "has no usable address for '%s'".formatted(element.serviceElementName()));
  }

  /** The container that must be there; without such a one the first. */
  private static ServiceWsdl.Container container(Service service, ServiceWsdl wsdl) {
    return wsdl.containers().stream()
        .filter(ServiceWsdl.Container::required)
        .findFirst()
        .or(() -> wsdl.containers().stream().findFirst())
        .filter(it -> it.name().matches(XML_ID))
        .orElseThrow(() -> incomplete(service, "names no content container"));
  }

  private Optional<X509Certificate> reader(
      Service service, ServiceWsdl wsdl, ServiceWsdl.Container container) {
    return container
        .demand()
        .reader()
        .or(() -> wsdl.binding().reader())
        .map(
            name -> certificate(service, element(service, CIPHER, name).cipherCertificate(), name));
  }

  /** Where it is given there is one for the service. */
  private Optional<X509Certificate> signature(Service service) {
    return service.serviceElements().stream()
        .filter(it -> SIGNATURE.equals(it.serviceElementType()))
        .filter(it -> it.signatureCertificate() != null)
        .findFirst()
        .map(it -> certificate(service, it.signatureCertificate(), it.serviceElementName()));
  }

  private static Demands demands(
      ServiceWsdl wsdl, ServiceWsdl.Container container, String content) {
    var encrypted =
        container.demand().encrypted().or(() -> wsdl.binding().encrypted()).orElse(true);
    var level =
        container.demand().signatureLevel().or(() -> wsdl.binding().signatureLevel()).orElse("");
    return new Demands(
        container.name(), content, encrypted, !level.equalsIgnoreCase("none"), wsdl.subject());
  }

  private static Optional<URI> recipient(
      Service service, ServiceWsdl wsdl, ServiceElement addressee) {
    return Set.of("one-way-passive", "request-response").contains(wsdl.communication())
        ? Optional.of(url(service, addressee))
        : Optional.empty();
  }

  private X509Certificate certificate(Service service, DvdvCertificate given, String whose) {
    if (given == null) {
      throw incomplete(service, "lacks a certificate of '%s'".formatted(whose));
    }
    var revoked = given.revocationDate();
    if (revoked != null && !clock.instant().isBefore(revoked)) {
      throw new GatewayException(
          ErrorCode.CERTIFICATE_REFUSED,
          "the DVDV says that the certificate of '%s' was revoked on %s".formatted(whose, revoked));
    }
    return given.decoded();
  }

  private static GatewayException incomplete(Service service, String what) {
    return new GatewayException(
        ErrorCode.PARTNER_INCOMPLETE,
        "the service '%s' in the DVDV %s".formatted(service.serviceSpecificationUri(), what));
  }
}
