package de.amtsbote.gateway.directory;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When the certificates of a channel end. */
public final class ChannelDates {

  private ChannelDates() {}

  /** All certificates that sending over a channel needs. */
  public static Stream<X509Certificate> certificates(OsciChannel channel) {
    return Stream.concat(
            Stream.of(
                channel.addressee(),
                channel.cipherCertificate(),
                channel.intermediary().cipherCertificate(),
                channel.intermediary().signatureCertificate()),
            channel.signatureCertificates().stream())
        .distinct();
  }

  /** When the first of them is no longer in force. */
  public static Optional<Instant> earliestEnd(OsciChannel channel) {
    return certificates(channel).map(it -> it.getNotAfter().toInstant()).min(Instant::compareTo);
  }
}
