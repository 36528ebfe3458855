package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.directory.ChannelDates;
import de.amtsbote.gateway.directory.OsciChannel;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciIdentities;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.osci.trust.CertificateUse;
import de.amtsbote.osci.trust.Finding;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the certificates that sending over a channel needs, and its intermediary. */
final class ChannelChecks {

  private static final Duration SOON = Duration.ofDays(30);

  private final OsciTrust trust;
  private final OsciIdentities identities;
  private final Reachable reachable;

  ChannelChecks(OsciTrust trust, OsciIdentities identities, Reachable reachable) {
    this.trust = trust;
    this.identities = identities;
    this.reachable = reachable;
  }

  /**
   * How a message would be sent.
   *
   * @param identities the own ones under which the route may send; empty for the usual one
   * @param at when
   */
  record Way(OsciChannel channel, Set<Optional<String>> identities, Instant at) {}

  /** A certificate in the use that sending makes of it. */
  private record Needed(String whose, X509Certificate certificate, CertificateUse use) {}

  private List<Needed> needed(Way way) {
    var channel = way.channel();
    var intermediary = channel.intermediary();
    var all = new ArrayList<Needed>();
    all.add(new Needed("reader", channel.cipherCertificate(), CertificateUse.CIPHER));
    all.add(new Needed("addressee", channel.addressee(), CertificateUse.CIPHER));
    channel
        .signatureCertificates()
        .forEach(it -> all.add(new Needed("partner", it, CertificateUse.SIGNATURE)));
    all.add(new Needed("intermediary", intermediary.cipherCertificate(), CertificateUse.CIPHER));
    all.add(
        new Needed("intermediary", intermediary.signatureCertificate(), CertificateUse.SIGNATURE));
    for (var identity : way.identities()) {
      var own = identities.get(identity.orElse(null));
      var whose = identity.map("own identity %s"::formatted).orElse("own");
      all.add(new Needed(whose, own.cipher().get(0).certificate(), CertificateUse.CIPHER));
      all.add(new Needed(whose, own.signature().certificate(), CertificateUse.SIGNATURE));
    }
    return all;
  }

  CheckResult certificates(Way way) {
    var unchecked = new ArrayList<String>();
    var refused = new ArrayList<String>();
    try {
      for (var each : needed(way)) {
        try {
          var report = trust.requireAt(way.at(), each.certificate(), each.use(), each.whose());
          if (report.has(Finding.REVOCATION_UNKNOWN)) {
            unchecked.add(each.whose());
          }
        } catch (GatewayException e) {
          refused.add(e.details());
        }
      }
    } catch (GatewayException e) {
      return CheckResult.failed(CheckKind.CERTIFICATES, e);
    }
    if (!refused.isEmpty()) {
      return CheckResult.failed(
          CheckKind.CERTIFICATES, ErrorCode.CERTIFICATE_REFUSED, String.join("; ", refused));
    }
    return unchecked.isEmpty()
        ? CheckResult.passed(CheckKind.CERTIFICATES, "")
        : CheckResult.warning(
            CheckKind.CERTIFICATES,
            "REVOCATION-UNKNOWN",
            unchecked.stream().distinct().collect(Collectors.joining(", ")));
  }

  CheckResult expiry(Way way) {
    var limit = way.at().plus(SOON);
    try {
      var soon =
          needed(way).stream()
              .filter(it -> it.certificate().getNotAfter().toInstant().isBefore(limit))
              .map(it -> it.whose() + " " + it.certificate().getNotAfter().toInstant())
              .distinct()
              .collect(Collectors.joining(", "));
      var end = ChannelDates.earliestEnd(way.channel()).map(Object::toString).orElse("");
      return soon.isEmpty()
          ? CheckResult.passed(CheckKind.EXPIRY, end)
          : CheckResult.warning(CheckKind.EXPIRY, "EXPIRES-SOON", soon);
    } catch (GatewayException e) {
      return CheckResult.failed(CheckKind.EXPIRY, e);
    }
  }

  /** Now, whenever the message would be sent. */
  CheckResult intermediary(Way way) {
    var results =
        way.identities().stream()
            .map(it -> reachable.check(way.channel().intermediary(), it.orElse(null)))
            .toList();
    return results.stream()
        .filter(it -> it.outcome() != Outcome.PASSED)
        .findFirst()
        .orElse(results.get(0));
  }
}
