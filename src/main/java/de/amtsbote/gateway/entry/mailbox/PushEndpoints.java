package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.directory.LiveDirectory;
import de.amtsbote.gateway.directory.SenderCategories;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.osci.OsciIdentities;
import de.amtsbote.gateway.osci.OsciServlet;
import de.amtsbote.osci.recipient.PassiveRecipient;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.ReadLimits;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The passive recipients of this gateway; made anew for each order, as the directory may change.
 */
final class PushEndpoints {

  private final Map<String, PushProperties.Push> configured;
  private final OsciIdentities identities;
  private final LiveDirectory directory;
  private final PushSigners signers;
  private final MailboxIntake intake;
  private final PushDesk desk;
  private final Spool spool;

  /**
   * Checks the settings.
   *
   * @throws GatewayException CONFIGURATION_INVALID when one is not complete, or names an identity
   *     or intermediary that is unknown
   */
  PushEndpoints(
      PushProperties properties,
      OsciIdentities identities,
      LiveDirectory directory,
      PushSigners signers,
      MailboxIntake intake,
      SenderCategories categories,
      PushDesk desk,
      Spool spool) {
    this.desk = desk;
    this.configured = new TreeMap<>(properties.push());
    this.identities = identities;
    this.directory = directory;
    this.signers = signers;
    this.intake = intake;
    this.spool = spool;
    configured.forEach((name, push) -> check(name, push, categories));
  }

  private void check(String name, PushProperties.Push push, SenderCategories categories) {
    push.requireComplete(name, categories);
    identities.name(push.identity());
    for (var intermediary : push.intermediaries()) {
      if (directory.get().intermediary(intermediary).isEmpty()) {
        throw new GatewayException(
            ErrorCode.CONFIGURATION_INVALID,
            "amtsbote.osci.push.%s.intermediaries names '%s', which the directory lacks"
                .formatted(name, intermediary));
      }
    }
  }

  /** Who takes orders under this name. */
  Optional<OsciServlet.Mount> of(String name) {
    return Optional.ofNullable(configured.get(name)).map(push -> mount(name, push));
  }

  private OsciServlet.Mount mount(String name, PushProperties.Push push) {
    var identity = identities.get(push.identity());
    var service = new PushRecipient(name, push, identity, intake, desk);
    var recipient =
        new PassiveRecipient(
            identity.cipher(), identity.signature(), signers.of(push.intermediaries()), service);
    var limits = ReadLimits.upTo(push.maxSize().toBytes());
    return new OsciServlet.Mount(
        recipient.endpoint(signers.algorithms(push.intermediaries()), limits, spool),
        push.maxTime(),
        service::sent);
  }
}
