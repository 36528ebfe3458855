package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.OrganizationDescription;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/** When an answer ends: with the service, any certificate, or the revocation of one. */
final class Validity {

  private Validity() {}

  static Instant end(Service service) {
    var certificates =
        service.serviceElements().stream()
            .flatMap(
                it -> Stream.concat(ends(it.cipherCertificate()), ends(it.signatureCertificate())));
    return earliest(Stream.concat(Stream.ofNullable(service.validTo()), certificates));
  }

  static Instant end(OrganizationDescription description) {
    var bodies =
        Stream.concat(
                Stream.ofNullable(description.organization()),
                description.representatives().stream())
            .toList();
    var periods = bodies.stream().map(it -> it.validTo()).filter(Objects::nonNull);
    var certificates =
        bodies.stream()
            .filter(it -> it.clientCertificates() != null)
            .flatMap(it -> it.clientCertificates().stream())
            .flatMap(Validity::ends);
    return earliest(Stream.concat(periods, certificates));
  }

  static Instant end(DvdvCertificate certificate) {
    return earliest(ends(certificate));
  }

  private static Stream<Instant> ends(DvdvCertificate certificate) {
    return certificate == null
        ? Stream.empty()
        : Stream.of(certificate.validTo(), certificate.revocationDate()).filter(Objects::nonNull);
  }

  private static Instant earliest(Stream<Instant> ends) {
    return ends.min(Instant::compareTo).orElse(Instant.MAX);
  }
}
