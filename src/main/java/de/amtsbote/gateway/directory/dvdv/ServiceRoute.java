package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.directory.dvdv.api.ServiceElement;
import de.amtsbote.gateway.directory.dvdv.wsdl.ServiceWsdl;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The elements of a service that sending to it uses. They are found by type and by the name that
 * the service description refers to them by, never as the first of their type: there may be
 * several.
 *
 * @param signatures all with a signature certificate: while one takes the place of another, replies
 *     may be signed with either
 */
record ServiceRoute(
    ServiceElement intermediary,
    ServiceElement addressee,
    ServiceWsdl.Container container,
    Optional<ServiceElement> reader,
    List<ServiceElement> signatures) {

  private static final String INTERMEDIARY = "OSCI_INTERMEDIARY";
  private static final String ADDRESSEE = "OSCI_ADDRESSEE";
  private static final String CIPHER = "CIPHER_CERTIFICATE";
  private static final String SIGNATURE = "SIGNATURE_CERTIFICATE";
  private static final String XML_ID = "[A-Za-z_][A-Za-z0-9._-]*";

  /**
   * The way through the first of the networks that the service is reached by.
   *
   * @throws GatewayException PARTNER_INCOMPLETE when something is missing that sending needs
   */
  static ServiceRoute of(Service service, ServiceWsdl wsdl, List<DvdvProperties.Network> networks) {
    var port = port(service, wsdl, networks);
    var container = container(service, wsdl);
    return new ServiceRoute(
        element(service, INTERMEDIARY, port.intermediary()),
        element(service, ADDRESSEE, port.addressee()),
        container,
        container
            .demand()
            .reader()
            .or(() -> wsdl.binding().reader())
            .map(it -> element(service, CIPHER, it)),
        service.serviceElements().stream()
            .filter(it -> SIGNATURE.equals(it.serviceElementType()))
            .filter(it -> it.signatureCertificate() != null)
            .toList());
  }

  private static ServiceWsdl.Port port(
      Service service, ServiceWsdl wsdl, List<DvdvProperties.Network> networks) {
    for (var network : networks) {
      var wanted = network == DvdvProperties.Network.TESTA;
      for (var port : wsdl.ports()) {
        if (port.isTesta() == wanted
            && service.serviceElements().stream()
                .anyMatch(it -> it.is(INTERMEDIARY, port.intermediary()))) {
          return port;
        }
      }
    }
    throw incomplete(service, "has no way through the networks " + networks);
  }

  private static ServiceElement element(Service service, String type, String name) {
    return service.serviceElements().stream()
        .filter(it -> it.is(type, name))
        .findFirst()
        .orElseThrow(() -> incomplete(service, "lacks the %s '%s'".formatted(type, name)));
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

  /**
   * Those that are in force; all when none is, so that whoever looks closer says why.
   *
   * @param now no certificate counts that has ended or was revoked by then
   */
  List<ServiceElement> signatures(Instant now) {
    var valid =
        signatures.stream()
            .filter(it -> Validity.ends(it.signatureCertificate()).allMatch(now::isBefore))
            .toList();
    return valid.isEmpty() ? signatures : valid;
  }

  /** All certificates that matter at that time. */
  List<DvdvCertificate> certificates(Instant now) {
    return Stream.of(
            Stream.of(
                intermediary.cipherCertificate(),
                intermediary.signatureCertificate(),
                addressee.cipherCertificate()),
            reader.stream().map(ServiceElement::cipherCertificate),
            signatures(now).stream().map(ServiceElement::signatureCertificate))
        .flatMap(it -> it)
        .filter(Objects::nonNull)
        .toList();
  }

  static GatewayException incomplete(Service service, String what) {
    return new GatewayException(
        ErrorCode.PARTNER_INCOMPLETE,
        "the service '%s' in the DVDV %s".formatted(service.serviceSpecificationUri(), what));
  }
}
