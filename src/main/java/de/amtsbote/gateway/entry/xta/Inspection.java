package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.route.xoev.EntryCheck;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import de.amtsbote.xoev.FindingCode;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at what is handed in: by its service profile and by its standard. */
final class Inspection {

  private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
  private static final String ENCODING = FindingCode.ENCODING.code();
  private static final int MOST_FINDINGS = 3;

  private final Map<String, ServiceProfile> profiles;
  private final Exchanges exchanges;
  private final EntryCheck check;
  private final boolean validates;
  private final Clock clock;

  Inspection(
      Collection<ServiceProfile> profiles,
      Exchanges exchanges,
      EntryCheck check,
      boolean validates,
      Clock clock) {
    this.exchanges = exchanges;
    this.profiles =
        profiles.stream().collect(Collectors.toMap(ServiceProfile::service, Function.identity()));
    this.check = check;
    this.validates = validates;
    this.clock = clock;
  }

  /**
   * What is agreed for the service of an order, which obeys it.
   *
   * @throws XtaException 9022, 9052, 9080 or 9081
   * @throws GatewayException DIRECTORY_UNAVAILABLE and the like when nobody can tell now whether
   *     the service answers at once
   */
  ServiceProfile profile(XtaMetadata order, XtaOperation operation) {
    var profile = profiles.getOrDefault(order.service(), ServiceProfile.NONE);
    var synchronous = operation == XtaOperation.SEND_MESSAGE_SYNC;
    exchanges.require(order, profile.exchange(), synchronous);
    if (synchronous && order.times().notBefore() != null) {
      throw new XtaException(
          XtaError.PARAMETERS_CONTRADICT, "sendMessageSync and NotBefore exclude each other");
    }
    profile.require(order);
    return profile;
  }

  IncomingContent content(Intake intake, long limit, ServiceProfile profile) {
    return new IncomingContent(intake, limit, profile);
  }

  /**
   * Refuses a message of an installed standard that is wrong.
   *
   * @throws XtaException 9050, 9051 where its character set is the reason
   */
  void requireValid(XtaMetadata order, Intake intake, IncomingContent content) throws IOException {
    if (!validates || content.isEncrypted()) {
      return;
    }
    var today = LocalDate.ofInstant(clock.instant(), GERMANY);
    var refusal =
        check.refusal(
            intake::openPayload,
            content.attachments(),
            order.author().id(),
            order.reader().id(),
            today);
    refusal.ifPresent(
        it -> {
          throw new XtaException(error(it), said(it), it);
        });
  }

  private static XtaError error(GatewayException refusal) {
    return refusal.findings().stream().anyMatch(it -> ENCODING.equals(it.code()))
        ? XtaError.ENCODING_WRONG
        : XtaError.CONTENT_INVALID;
  }

  /** The first findings with their place; a fault has no room for more. */
  private static String said(GatewayException refusal) {
    var findings =
        refusal.findings().stream()
            .limit(MOST_FINDINGS)
            .map(it -> it.code() + " " + (it.path() == null ? "" : it.path()))
            .collect(Collectors.joining("; "));
    return "%s %s, %s: %s"
        .formatted(refusal.code().code(), refusal.code().slug(), refusal.details(), findings);
  }
}
