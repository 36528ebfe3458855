package de.amtsbote.gateway.simulator.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.Category;
import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.Fingerprint;
import de.amtsbote.gateway.directory.dvdv.api.IntermediarySummary;
import de.amtsbote.gateway.directory.dvdv.api.Organization;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.directory.dvdv.api.Question;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import de.amtsbote.gateway.directory.dvdv.api.ServiceElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What the double knows: bodies, their services and certificates. Safe for use by many threads. */
public final class DvdvContent {

  private record Offered(String organizationKey, Service service) {}

  private final List<OrganizationDescription> bodies = new CopyOnWriteArrayList<>();
  private final List<Offered> services = new CopyOnWriteArrayList<>();
  private final List<Category> categories = new CopyOnWriteArrayList<>();
  private final Map<String, Set<String>> urisOfCategory = new ConcurrentHashMap<>();

  /** Enters a body with its representatives. */
  public DvdvContent add(OrganizationDescription body) {
    bodies.add(body);
    return this;
  }

  /** Enters a service of the body with this key; a service of the same key and URI is replaced. */
  public DvdvContent add(String organizationKey, Service service) {
    services.removeIf(
        it ->
            it.organizationKey().equals(organizationKey)
                && Objects.equals(
                    it.service().serviceSpecificationUri(), service.serviceSpecificationUri()));
    services.add(new Offered(organizationKey, service));
    return this;
  }

  /** Enters a kind of authorities, with those below it. */
  public DvdvContent add(Category category) {
    categories.add(category);
    return this;
  }

  /** Lets bodies of a category offer a service. */
  public DvdvContent allow(String category, String serviceSpecificationUri) {
    urisOfCategory
        .computeIfAbsent(category, key -> ConcurrentHashMap.newKeySet())
        .add(serviceSpecificationUri);
    return this;
  }

  /** Forgets all services of a body. */
  public void removeServices(String organizationKey) {
    services.removeIf(it -> it.organizationKey().equals(organizationKey));
  }

  /** What is known now; what is entered later stays out of it. */
  DvdvContent copy() {
    var copy = new DvdvContent();
    copy.bodies.addAll(bodies);
    copy.services.addAll(services);
    copy.categories.addAll(categories);
    urisOfCategory.forEach((category, uris) -> uris.forEach(it -> copy.allow(category, it)));
    return copy;
  }

  /** Services of this key and URI, valid or not. */
  Optional<Service> service(Question question) {
    return services.stream()
        .filter(it -> it.organizationKey().equals(question.organizationKey()))
        .map(Offered::service)
        .filter(it -> question.serviceSpecificationUri().equals(it.serviceSpecificationUri()))
        .findFirst();
  }

  static boolean isValid(Service service, Instant now) {
    return (service.validFrom() == null || !now.isBefore(service.validFrom()))
        && (service.validTo() == null || now.isBefore(service.validTo()));
  }

  List<OrganizationDescription> authorities(Question question) {
    return bodies.stream()
        .filter(it -> it.organization().organizationKeys().contains(question.organizationKey()))
        .filter(
            it ->
                question.category() == null
                    || question.category().equals(it.organization().category()))
        .toList();
  }

  List<String> categoriesOf(Question question) {
    return authorities(Question.authority(null, question.organizationKey())).stream()
        .map(OrganizationDescription::organization)
        .filter(it -> holds(it, question.fingerPrint()))
        .map(Organization::category)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  boolean verify(Question question) {
    return bodies.stream()
        .map(OrganizationDescription::organization)
        .filter(it -> question.category().equals(it.category()))
        .anyMatch(it -> holds(it, question.fingerPrint()));
  }

  private static boolean holds(Organization body, String fingerprint) {
    return body.clientCertificates() != null
        && body.clientCertificates().stream().anyMatch(it -> same(it, fingerprint));
  }

  private static boolean same(DvdvCertificate certificate, String fingerprint) {
    var wanted = Fingerprint.normal(fingerprint);
    return wanted.isPresent() && wanted.equals(Fingerprint.normal(certificate.fingerprint()));
  }

  /** Every certificate once that has this fingerprint. */
  List<DvdvCertificate> certificates(String fingerprint) {
    var ofBodies =
        bodies.stream()
            .map(it -> it.organization().clientCertificates())
            .filter(Objects::nonNull)
            .flatMap(List::stream);
    var ofServices =
        elements().flatMap(it -> Stream.of(certificate(it, true), certificate(it, false)));
    return Stream.concat(ofBodies, ofServices.flatMap(Optional::stream))
        .filter(it -> same(it, fingerprint))
        .distinct()
        .toList();
  }

  private static Optional<DvdvCertificate> certificate(ServiceElement element, boolean cipher) {
    return Optional.ofNullable(
        cipher ? element.cipherCertificate() : element.signatureCertificate());
  }

  private Stream<ServiceElement> elements() {
    return services.stream().flatMap(it -> it.service().serviceElements().stream());
  }

  /** Bodies whose services have such an element, without certificates and services. */
  List<Organization> organizations(Question question) {
    var keys = new LinkedHashSet<String>();
    services.stream()
        .filter(
            it -> it.service().serviceElements().stream().anyMatch(each -> fits(each, question)))
        .forEach(it -> keys.add(it.organizationKey()));
    return bodies.stream()
        .map(OrganizationDescription::organization)
        .filter(it -> it.organizationKeys().stream().anyMatch(keys::contains))
        .map(DvdvContent::light)
        .toList();
  }

  private static boolean fits(ServiceElement element, Question question) {
    var type =
        question.serviceElementType() == null
            ? Objects.equals(
                question.customServiceElementType(), element.customServiceElementType())
            : question.serviceElementType().equals(element.serviceElementType());
    return type
        && switch (question.parameterType()) {
          case "CIPHER_CERTIFICATE" ->
              certificate(element, true)
                  .filter(it -> same(it, question.parameterValue()))
                  .isPresent();
          case "SIGNATURE_CERTIFICATE" ->
              certificate(element, false)
                  .filter(it -> same(it, question.parameterValue()))
                  .isPresent();
          default -> question.parameterValue().equals(element.serviceElementUri());
        };
  }

  private static Organization light(Organization body) {
    return new Organization(
        body.id(),
        body.validFrom(),
        body.validTo(),
        body.nameDe(),
        body.nameEn(),
        body.descriptionDe(),
        body.descriptionEn(),
        body.postalAddress(),
        body.locationStateId(),
        body.dvdv1Id(),
        body.category(),
        body.organizationKeys(),
        null,
        null);
  }

  List<String> uris(String category) {
    return urisOfCategory.getOrDefault(category, Set.of()).stream().sorted().toList();
  }

  List<Category> categories() {
    return List.copyOf(categories);
  }

  List<IntermediarySummary> intermediaries() {
    var seen = new LinkedHashSet<String>();
    var all = new ArrayList<IntermediarySummary>();
    elements()
        .filter(it -> "OSCI_INTERMEDIARY".equals(it.serviceElementType()))
        .filter(it -> seen.add(String.valueOf(it.serviceElementUri())))
        .forEach(
            it ->
                all.add(
                    new IntermediarySummary(
                        it.serviceElementId() == null ? all.size() : it.serviceElementId(),
                        it.providerId(),
                        true,
                        it.providerNameDe(),
                        null,
                        it.serviceElementName(),
                        it.serviceElementDescription(),
                        it.serviceElementUri())));
    return all;
  }
}
