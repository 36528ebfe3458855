package de.amtsbote.gateway.directory.dvdv;

import de.amtsbote.gateway.directory.dvdv.api.DvdvCertificate;
import de.amtsbote.gateway.directory.dvdv.api.Service;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** When an answer ends: with the service, a certificate of its, or the revocation of one. */
final class Validity {

  private Validity() {}

  /**
   * The first of these ends.
   *
   * @param used the certificates that sending uses; what happens to others does not matter
   */
  static Instant end(Service service, List<DvdvCertificate> used) {
    return Stream.concat(
            Stream.ofNullable(service.validTo()), used.stream().flatMap(Validity::ends))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  static Stream<Instant> ends(DvdvCertificate certificate) {
    return Stream.of(certificate.validTo(), certificate.revocationDate()).filter(Objects::nonNull);
  }
}
