package de.amtsbote.gateway.operations.control;

import de.amtsbote.gateway.message.AttemptStore;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.ReceiptStore;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.message.audit.TimelineAuditStore;
import de.amtsbote.gateway.security.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Collects what is known of a message of the caller's tenant. */
@Component
class MessageDesk {

  private final MessageStore messages;
  private final TransmissionStore transmissions;
  private final ReceiptStore receipts;
  private final AttemptStore attempts;
  private final TimelineAuditStore audit;

  MessageDesk(
      MessageStore messages,
      TransmissionStore transmissions,
      ReceiptStore receipts,
      AttemptStore attempts,
      TimelineAuditStore audit) {
    this.messages = messages;
    this.transmissions = transmissions;
    this.receipts = receipts;
    this.attempts = attempts;
    this.audit = audit;
  }

  Message own(Caller caller, MessageId id) {
    return messages
        .find(caller.tenant(), id)
        .orElseThrow(() -> new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "message " + id));
  }

  /** The process cards of a message by the ids of its hand-overs. */
  Map<UUID, byte[]> processCards(MessageId id) {
    var cards = new LinkedHashMap<UUID, byte[]>();
    for (var transmission : transmissions.of(id)) {
      receipts.processCard(transmission.id()).ifPresent(it -> cards.put(transmission.id(), it));
    }
    return cards;
  }

  MessageDetails details(Caller caller, MessageId id) {
    var message = own(caller, id);
    return new MessageDetails(
        MessageLine.of(message),
        message.reason(),
        message.parts(),
        transmissions.of(id).stream().map(HandOver::of).toList(),
        attempts.of(id),
        messages.timeline(id),
        audit.verify(id).orElse(null));
  }
}
