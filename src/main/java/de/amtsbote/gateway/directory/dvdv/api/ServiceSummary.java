package de.amtsbote.gateway.directory.dvdv.api;

import java.time.Instant;

/** A service without its elements (schema ServiceBase). */
public record ServiceSummary(
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
    String serviceSpecificationUri) {}
