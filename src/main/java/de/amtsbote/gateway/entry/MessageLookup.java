package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.entry.body.Readable;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageQuery;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.message.version.Version;
import de.amtsbote.gateway.message.version.VersionStore;
import de.amtsbote.gateway.security.Caller;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds messages for callers, as far as they may see them. */
@Component
class MessageLookup {

  /** Whoever wants more asks for any id. */
  private static final int MOST_REPLIES = 100;

  private static final int LONGEST_ID = 255;

  private final MessageStore store;
  private final TransmissionStore transmissions;
  private final CorrelationStore correlations;
  private final VersionStore versions;

  MessageLookup(
      MessageStore store,
      TransmissionStore transmissions,
      CorrelationStore correlations,
      VersionStore versions) {
    this.store = store;
    this.transmissions = transmissions;
    this.correlations = correlations;
    this.versions = versions;
  }

  /**
   * Which version of a message there is.
   *
   * @throws GatewayException {@link ErrorCode#MESSAGE_UNKNOWN}
   */
  Version version(Caller caller, MessageId id) {
    return versions
        .find(id)
        .filter(it -> Sight.sees(caller, it.tenant(), it.entry()))
        .orElseThrow(() -> new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "message " + id));
  }

  /** All that is known of a message; the caller is known to see it. */
  MessageView view(MessageId id) {
    return MessageView.of(
        store.get(id),
        store.entryKey(id).orElse(null),
        correlations.of(id),
        correlations.repliesTo(id, MOST_REPLIES),
        transmissions.of(id),
        store.timeline(id));
  }

  /** A page of the tenant's messages. */
  List<Message> list(Caller caller, MessageQuery query) {
    if (!Sight.seesTenant(caller)) {
      throw new GatewayException(
          ErrorCode.ROLE_MISSING, "this account lists its mailboxes; here it names one anyId");
    }
    return store.list(query);
  }

  /**
   * A page of the messages that an id leads to, among those that the caller sees.
   *
   * @param before the last one of the page before; null for the first page
   */
  List<Message> byAnyId(Caller caller, String anyId, MessageId before, int limit) {
    if (anyId.isBlank() || !Readable.is(anyId, 1, LONGEST_ID)) {
      throw new GatewayException(
          ErrorCode.PARAMETER_INVALID, "anyId has 1 to " + LONGEST_ID + " readable characters");
    }
    var account = Sight.seesTenant(caller) ? null : caller.account();
    return correlations.find(caller.tenant(), account, anyId, before, limit).stream()
        .map(it -> store.find(caller.tenant(), it))
        .flatMap(Optional::stream)
        .toList();
  }
}
