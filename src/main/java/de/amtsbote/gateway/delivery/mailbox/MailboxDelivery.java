package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Function;

/** Lays messages ready in a mailbox; what a route made anew is stored beside the original. */
final class MailboxDelivery implements Delivery {

  private final Function<Message, String> mailbox;
  private final MailboxStore entries;
  private final MessageStore messages;

  MailboxDelivery(Function<Message, String> mailbox, MailboxStore entries, MessageStore messages) {
    this.mailbox = mailbox;
    this.entries = entries;
    this.messages = messages;
  }

  @Override
  public boolean waitsForReader() {
    return true;
  }

  @Override
  public void handOver(Handover handover) {
    var message = messages.get(MessageId.parse(handover.messageId()));
    var parts = new ArrayList<Integer>();
    var size = handover.payload().size();
    parts.add(stored(message, handover.payload()));
    for (var attachment : handover.attachments()) {
      parts.add(stored(message, attachment));
      size += attachment.size();
    }
    entries.put(
        UUID.fromString(handover.deliveryId()), mailbox.apply(message), message.id(), parts, size);
  }

  private int stored(Message message, HandoverPart part) {
    return messages.get(message.id()).parts().stream()
        .filter(it -> it.role() != PartRole.HEADER && isSame(it, part))
        .map(Part::number)
        .findFirst()
        .orElseGet(() -> store(message, part));
  }

  private static boolean isSame(Part stored, HandoverPart part) {
    return stored.sha256().equals(part.sha256()) && stored.name().equals(part.name());
  }

  private int store(Message message, HandoverPart part) {
    try (var content = part.content().open()) {
      return messages
          .add(message.id(), PartRole.MADE, part.name(), part.mediaType(), content)
          .number();
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.DELIVERY_UNAVAILABLE, "what the route made cannot be read", e);
    }
  }
}
