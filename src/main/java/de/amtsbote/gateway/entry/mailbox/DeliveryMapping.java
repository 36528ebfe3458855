package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which content of a delivery is the XML document and which are its attachments.
 *
 * @param payload the content with the agreed id, else the first data, else the only attachment
 * @param attachments everything else, in the order of the message
 */
record DeliveryMapping(OpenedItem.Octets payload, List<OpenedItem.Octets> attachments) {

  /**
   * Maps an opened delivery.
   *
   * @throws GatewayException OSCI_CONTENT_INVALID when there is nothing to take for the document,
   *     or a part of it is for somebody else
   */
  static DeliveryMapping of(OpenedContent content, String agreedId) {
    var items = content.containers().stream().flatMap(DeliveryMapping::octets).toList();
    var payload =
        items.stream()
            .filter(it -> agreedId.equals(it.refId()))
            .findFirst()
            .or(() -> items.stream().filter(OpenedItem.Data.class::isInstance).findFirst())
            .or(() -> items.size() == 1 ? Optional.of(items.get(0)) : Optional.empty())
            .orElseThrow(
                () ->
                    invalid(
                        content.foreign().isEmpty()
                            ? "the delivery holds no data"
                            : "the delivery is encrypted for somebody else"));
    var attachments = new ArrayList<>(items);
    attachments.remove(payload);
    return new DeliveryMapping(payload, attachments);
  }

  private static Stream<OpenedItem.Octets> octets(OpenedContainer container) {
    if (!container.foreign().isEmpty()) {
      throw invalid("a nested container is encrypted for somebody else");
    }
    return Stream.concat(
        container.items().stream().flatMap(DeliveryMapping::octets),
        container.encrypted().stream().flatMap(DeliveryMapping::octets));
  }

  private static Stream<OpenedItem.Octets> octets(OpenedItem item) {
    if (item instanceof OpenedItem.Nested nested) {
      return octets(nested.container());
    }
    return Stream.of((OpenedItem.Octets) item);
  }

  /** The names of the attachments on the wire. */
  Set<String> names() {
    return Stream.concat(Stream.of(payload), attachments.stream())
        .filter(OpenedItem.Attachment.class::isInstance)
        .map(DeliveryMapping::name)
        .collect(Collectors.toSet());
  }

  static String name(OpenedItem.Octets item) {
    if (item instanceof OpenedItem.Attachment attachment) {
      return attachment.name();
    }
    return item.refId() == null ? "content" : item.refId();
  }

  private static GatewayException invalid(String details) {
    return new GatewayException(ErrorCode.OSCI_CONTENT_INVALID, details);
  }
}
