package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
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

  private static Stream<Instant> ends(DvdvCertificate certificate) {
    return certificate == null
        ? Stream.empty()
        : Stream.of(certificate.validTo(), certificate.revocationDate()).filter(Objects::nonNull);
  }

  private static Instant earliest(Stream<Instant> ends) {
    return ends.min(Instant::compareTo).orElse(Instant.MAX);
  }
}
