package de.amtsbote.gateway.directory.dvdv.api;

import java.time.Instant;
import java.util.List;

/**
 * An authority's instance of a service (schema Service).
 *
 * @param serviceSpecificationType WSDL_OSCI or MANUAL
 * @param serviceSpecificationDocument the service description, WSDL; untrusted XML
 */
public record Service(
    Long id,
    Instant validFrom,
    Instant validTo,
    String nameDe,
    String nameEn,
    String descriptionDe,
    String descriptionEn,
    String dvdv1Uuid,
    String serviceDescriptionName,
    String serviceSpecificationType,
    String serviceSpecificationUri,
    String serviceSpecificationDocument,
    String organizationNameDe,
    String organizationNameEn,
    Long locationStateId,
    List<ServiceElement> serviceElements) {

  public Service {
    serviceElements = serviceElements == null ? List.of() : List.copyOf(serviceElements);
  }
}
