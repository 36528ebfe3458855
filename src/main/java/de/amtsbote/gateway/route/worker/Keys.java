package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.route.amtsbote.AmtsboteConstants;
import de.amtsbote.gateway.route.amtsbote.InboxKey;
import de.amtsbote.gateway.route.amtsbote.InboxSelector;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What of a message its route is found by, and what the route is told of it. */
final class Keys {

  private Keys() {}

  static InboxKey of(Message message, Optional<String> root) {
    var traits = message.traits();
    return new InboxKey(
        entry(message),
        message.entry().account(),
        Optional.ofNullable(traits.standard()),
        Optional.ofNullable(traits.version()),
        Optional.ofNullable(traits.messageType()),
        root,
        Optional.ofNullable(traits.service()));
  }

  static Map<String, Object> headers(Message message) {
    var headers = new HashMap<String, Object>();
    headers.put(AmtsboteConstants.MESSAGE_ID, message.id().toString());
    headers.put(AmtsboteConstants.TENANT, message.tenant());
    headers.put(AmtsboteConstants.ENTRY, entry(message));
    headers.put(AmtsboteConstants.ACCOUNT, message.entry().account());
    headers.put(AmtsboteConstants.SERVICE, message.traits().service());
    headers.put(AmtsboteConstants.READER, message.traits().reader());
    headers.put(AmtsboteConstants.PAYLOAD_SHA256, message.payload().map(Part::sha256).orElse(null));
    headers.values().removeIf(Objects::isNull);
    return headers;
  }

  /** The kind of the entry as routes write it. */
  static String entry(Message message) {
    return InboxSelector.kind(message.entry().kind());
  }
}
