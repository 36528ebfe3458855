package de.amtsbote.gateway.route.preflight;

import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Route;

/**
 * Answers whether a message would arrive, by asking everything that sending uses. Nothing is stored
 * and nothing is sent.
 */
public final class Preflight {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

  private final ContentChecks contents;
  private final WayChecks ways;
  private final ChannelChecks channels;
  private final DeliveryChecks deliveries;
  private final Clock clock;

  Preflight(
      ContentChecks contents,
      WayChecks ways,
      ChannelChecks channels,
      DeliveryChecks deliveries,
      Clock clock) {
    this.contents = contents;
    this.ways = ways;
    this.channels = channels;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Makes all checks; one that fails stops none of the others. */
  public PreflightReport check(PreflightQuestion question) {
    try {
      return checked(question);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PreflightReport checked(PreflightQuestion question) throws IOException {
    var now = clock.instant();
    var today = now.atZone(GERMANY).toLocalDate();
    var day = question.day() == null ? today : question.day();
    var at = day.equals(today) ? now : day.atTime(LocalTime.NOON).atZone(GERMANY).toInstant();
    var seen = contents.standard(Subject.of(question, day));
    var subject = seen.subject();
    var results = new ArrayList<CheckResult>();
    results.add(seen.result());
    results.add(contents.content(subject));
    var taker = ways.taker(subject);
    results.add(ways.route(subject, taker));
    var found = ways.entry(subject, taker);
    results.add(found.result());
    results.add(size(question, found));
    results.addAll(channel(found, taker, at));
    results.add(deliveries.check(taker, subject));
    return new PreflightReport(
        day,
        subject.reader(),
        subject.service(),
        found.entry().map(it -> it.partner().name()).orElse(null),
        results);
  }

  private static CheckResult size(PreflightQuestion question, WayChecks.Found found) {
    if (found.needed() && found.entry().isEmpty()) {
      return CheckResult.skipped(CheckKind.SIZE, "before-failed");
    }
    if (question.size() == 0) {
      return CheckResult.skipped(CheckKind.SIZE, "no-sample");
    }
    if (!found.needed()) {
      return CheckResult.passed(CheckKind.SIZE, question.size() + " bytes");
    }
    var partner = found.entry().orElseThrow().partner();
    try {
      partner.limits().require(partner.name(), question.size(), question.attachmentCount());
      return CheckResult.passed(CheckKind.SIZE, question.size() + " bytes");
    } catch (GatewayException e) {
      return CheckResult.failed(CheckKind.SIZE, e);
    }
  }

  private List<CheckResult> channel(WayChecks.Found found, Optional<Route> taker, Instant at) {
    var identities =
        taker.map(RouteTargets::of).map(RouteTargets::identities).orElse(RouteTargets.USUAL);
    var way = found.entry().map(it -> new ChannelChecks.Way(it.partner().osci(), identities, at));
    var otherwise = found.needed() ? "before-failed" : "not-needed";
    return List.of(
        with(way, otherwise, CheckKind.CERTIFICATES, channels::certificates),
        with(way, otherwise, CheckKind.EXPIRY, channels::expiry),
        with(way, otherwise, CheckKind.INTERMEDIARY, channels::intermediary));
  }

  private static CheckResult with(
      Optional<ChannelChecks.Way> way,
      String otherwise,
      CheckKind check,
      Function<ChannelChecks.Way, CheckResult> how) {
    return way.map(how).orElseGet(() -> CheckResult.skipped(check, otherwise));
  }
}
