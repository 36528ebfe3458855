package de.amtsbote.gateway.entry.xta.fetch;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Transmission;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.xta.XtaMetadata;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds the message of ours that a message of somebody else answers. */
final class Answered {

  private static final Pattern ENDS_IN_UUID =
      Pattern.compile("(?i).*?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final TransmissionStore transmissions;
  private final MessageStore messages;

  Answered(TransmissionStore transmissions, MessageStore messages) {
    this.transmissions = transmissions;
    this.messages = messages;
  }

  /** What an order names in In-Reply-To, where its author was the reader of it. */
  Optional<MessageId> by(String tenant, XtaMetadata order) {
    return order.inReplyTo().stream()
        .flatMap(it -> sent(it).stream())
        .flatMap(it -> messages.find(tenant, it.messageId()).stream())
        .filter(it -> wasFor(order.author().id(), it))
        .map(Message::id)
        .findFirst();
  }

  private static boolean wasFor(String author, Message question) {
    var reader = question.traits().reader();
    return reader == null || reader.equals(author);
  }

  /** Under an id that its server made, or under one that is made of the hand-over. */
  private Optional<Transmission> sent(String id) {
    return transmissions.byOsciMessageId(id).or(() -> made(id));
  }

  private Optional<Transmission> made(String id) {
    var uuid = ENDS_IN_UUID.matcher(id);
    try {
      return uuid.matches()
          ? Optional.of(transmissions.get(UUID.fromString(uuid.group(1))))
          : Optional.empty();
    } catch (GatewayException e) {
      return Optional.empty();
    }
  }
}
