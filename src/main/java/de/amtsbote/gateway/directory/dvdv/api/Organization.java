package de.amtsbote.gateway.directory.dvdv.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * An authority or other body (schema Organization); some answers leave certificates and services
 * out.
 */
public record Organization(
    Long id,
    Instant validFrom,
    Instant validTo,
    String nameDe,
    String nameEn,
    String descriptionDe,
    String descriptionEn,
    String postalAddress,
    Long locationStateId,
    String dvdv1Id,
    String category,
    List<String> organizationKeys,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<DvdvCertificate> clientCertificates,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<ServiceSummary> services) {

  public Organization {
    organizationKeys = organizationKeys == null ? List.of() : List.copyOf(organizationKeys);
  }
}
