package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.directory.ChannelDates;
import de.amtsbote.gateway.directory.Entry;
import de.amtsbote.gateway.directory.OsciChannel;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.directory.Wanted;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.gate.Gate;
import de.amtsbote.gateway.message.gate.Gates;
import de.amtsbote.gateway.message.gate.HeldBackException;
import de.amtsbote.gateway.osci.OsciIdentities;
import de.amtsbote.gateway.osci.OsciTrust;
import de.amtsbote.gateway.route.amtsbote.AmtsboteConsumer;
import de.amtsbote.gateway.route.amtsbote.InboxKey;
import de.amtsbote.gateway.route.amtsbote.Inboxes;
import de.amtsbote.osci.trust.CertificateUse;
import de.amtsbote.osci.trust.Finding;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Route;

/** Checks everything that lies between a message and its reader. */
final class WayChecks {

  private static final Duration SOON = Duration.ofDays(30);

  private final Inboxes inboxes;
  private final Partners partners;
  private final OsciTrust trust;
  private final OsciIdentities identities;
  private final Reachable reachable;
  private final Gates gates;
  private final Clock clock;

  WayChecks(
      Inboxes inboxes,
      Partners partners,
      OsciTrust trust,
      OsciIdentities identities,
      Reachable reachable,
      Gates gates,
      Clock clock) {
    this.inboxes = inboxes;
    this.partners = partners;
    this.trust = trust;
    this.identities = identities;
    this.reachable = reachable;
    this.gates = gates;
    this.clock = clock;
  }

  /** The route that would take the message, if there is one. */
  Optional<Route> taker(Subject subject) {
    var key =
        new InboxKey(
            EntryKind.REST.name().toLowerCase(Locale.ROOT),
            subject.question().account(),
            Optional.ofNullable(subject.standard()),
            Optional.ofNullable(subject.version()),
            Optional.ofNullable(subject.messageType()),
            subject.root(),
            Optional.ofNullable(subject.service()));
    return inboxes.find(key).map(AmtsboteConsumer::getRoute);
  }

  CheckResult route(Subject subject, Optional<Route> taker) {
    return taker
        .map(Route::getRouteId)
        .map(it -> unlessPaused(subject, CheckKind.ROUTE, Gate.route(it), it))
        .orElseGet(
            () ->
                CheckResult.failed(
                    CheckKind.ROUTE, ErrorCode.ROUTE_MISSING, "for the account that asks"));
  }

  private CheckResult unlessPaused(Subject subject, CheckKind check, String gate, String detail) {
    try {
      gates.requireNotPaused(subject.question().tenant(), gate);
      return CheckResult.passed(check, detail);
    } catch (HeldBackException e) {
      return CheckResult.warning(check, "PAUSED", detail);
    }
  }

  /**
   * The entry of the reader, or why there is none.
   *
   * @param needed false when the route hands over without asking for anybody
   */
  record Found(CheckResult result, Optional<Entry> entry, boolean needed) {

    private static Found none(CheckResult why) {
      return new Found(why, Optional.empty(), true);
    }
  }

  Found entry(Subject subject, Optional<Route> taker) {
    var targets = taker.map(RouteTargets::of);
    if (targets.filter(it -> !it.askTheDirectory()).isEmpty()) {
      return entry(subject);
    }
    return targets
        .flatMap(RouteTargets::partner)
        .map(it -> found(subject, () -> partners.named(it)))
        .orElseGet(
            () ->
                new Found(
                    CheckResult.skipped(CheckKind.ENTRY, "not-needed", targets.get().toString()),
                    Optional.empty(),
                    false));
  }

  private Found entry(Subject subject) {
    if (subject.reader() == null) {
      return Found.none(CheckResult.skipped(CheckKind.ENTRY, "not-given"));
    }
    var wanted =
        new Wanted(
            subject.reader(),
            subject.service(),
            subject.standard(),
            subject.version(),
            subject.messageType());
    return found(subject, () -> partners.find(wanted));
  }

  private Found found(Subject subject, Supplier<Entry> look) {
    try {
      var entry = look.get();
      var detail = "%s (%s)".formatted(entry.partner().name(), entry.source());
      return new Found(
          entry.stale()
              ? CheckResult.warning(CheckKind.ENTRY, "STALE-ENTRY", detail)
              : unlessPaused(
                  subject, CheckKind.ENTRY, Gate.partner(entry.partner().name()), detail),
          Optional.of(entry),
          true);
    } catch (GatewayException e) {
      return Found.none(CheckResult.failed(CheckKind.ENTRY, e));
    }
  }

  /** A certificate in the use that sending makes of it. */
  private record Needed(String whose, X509Certificate certificate, CertificateUse use) {}

  private List<Needed> needed(OsciChannel channel) {
    var own = identities.get(null);
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
    all.add(new Needed("own", own.cipher().get(0).certificate(), CertificateUse.CIPHER));
    all.add(new Needed("own", own.signature().certificate(), CertificateUse.SIGNATURE));
    return all;
  }

  CheckResult certificates(OsciChannel channel) {
    var unchecked = new ArrayList<String>();
    var refused = new ArrayList<String>();
    try {
      for (var each : needed(channel)) {
        try {
          var report = trust.require(each.certificate(), each.use(), each.whose());
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

  CheckResult expiry(OsciChannel channel) {
    var limit = clock.instant().plus(SOON);
    try {
      var soon =
          needed(channel).stream()
              .filter(it -> it.certificate().getNotAfter().toInstant().isBefore(limit))
              .map(it -> it.whose() + " " + it.certificate().getNotAfter().toInstant())
              .distinct()
              .collect(Collectors.joining(", "));
      return soon.isEmpty()
          ? CheckResult.passed(
              CheckKind.EXPIRY, ChannelDates.earliestEnd(channel).map(Object::toString).orElse(""))
          : CheckResult.warning(CheckKind.EXPIRY, "EXPIRES-SOON", soon);
    } catch (GatewayException e) {
      return CheckResult.failed(CheckKind.EXPIRY, e);
    }
  }

  CheckResult intermediary(OsciChannel channel) {
    return reachable.check(channel.intermediary());
  }
}
