package de.amtsbote.gateway.route.osci;

import de.amtsbote.gateway.directory.Entry;
import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.directory.Partners;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionState;
import de.amtsbote.gateway.message.TransmissionStore;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Sends to a partner, and when that fails as it does with a wrong address or certificate, looks the
 * partner up once more and sends again if its entry has changed. A transmission of which nobody
 * knows how it ended stays with the intermediary it was sent to.
 */
final class SecondLook {

  private static final Set<ErrorCode> SMELL =
      Set.of(
          ErrorCode.CERTIFICATE_REFUSED,
          ErrorCode.REVOCATION_UNKNOWN,
          ErrorCode.OSCI_REFUSED,
          ErrorCode.OSCI_UNREACHABLE,
          ErrorCode.OSCI_ANSWER_INVALID);

  private final Partners partners;
  private final TransmissionStore transmissions;
  private final MessageStore messages;

  SecondLook(Partners partners, TransmissionStore transmissions, MessageStore messages) {
    this.partners = partners;
    this.transmissions = transmissions;
    this.messages = messages;
  }

  <T> T send(MessageId message, Entry entry, Function<Partner, T> send) {
    if (entry.stale()) {
      noteStale(message, entry);
    }
    try {
      return send.apply(entry.partner());
    } catch (GatewayException e) {
      if (!SMELL.contains(e.code()) || entry.seenAt().isEmpty() || isUnclear(message)) {
        throw e;
      }
      return send.apply(changed(entry, e));
    }
  }

  private void noteStale(MessageId message, Entry entry) {
    messages.note(
        message,
        TimelineEvent.STALE_ENTRY,
        Note.of(
            Map.of(
                "partner", entry.partner().name(),
                "source", entry.source(),
                "seenAt", entry.seenAt().map(Object::toString).orElse(""))));
  }

  private boolean isUnclear(MessageId message) {
    return transmissions.current(message).stream()
        .filter(it -> it.kind() == TransmissionKind.OSCI)
        .anyMatch(it -> it.state() == TransmissionState.SENDING);
  }

  private Partner changed(Entry entry, GatewayException failure) {
    Partner fresh;
    try {
      fresh = partners.again(entry.partner().name()).partner();
    } catch (GatewayException e) {
      throw failure;
    }
    if (fresh.osci().equals(entry.partner().osci())) {
      throw failure;
    }
    return fresh;
  }
}
