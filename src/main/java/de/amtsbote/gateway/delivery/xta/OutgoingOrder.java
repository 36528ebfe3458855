package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaCode;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.XtaTimes;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes the transport order of what is handed over. */
final class OutgoingOrder {

  private static final String TYPES = "urn:de:amtsbote:xta:message.type";

  private OutgoingOrder() {}

  static XtaMetadata of(Handover handover, XtaServersProperties.Server server) {
    var about = handover.about();
    var standard = about.getOrDefault("standard", "unbekannt");
    var version = about.getOrDefault("version", "1");
    var received = about.get("receivedAt");
    return new XtaMetadata(
        "urn:de:xta:messageid:" + server.prefix() + ":" + handover.deliveryId(),
        answered(about, server),
        about.getOrDefault("processRef", handover.messageId()),
        null,
        XtaParty.of(server.author()),
        XtaParty.of(required(about, "reader")),
        null,
        about.getOrDefault("service", "urn:de:amtsbote:service:" + standard),
        new XtaCode(null, null, server.scenario() == null ? standard : server.scenario()),
        new XtaCode(TYPES, version, about.getOrDefault("messageType", "unbekannt")),
        "urn:de:amtsbote:standard:" + standard + ":" + version,
        null,
        new XtaTimes(
            received == null ? null : Instant.parse(received), null, null, null, null, null, null),
        size(handover),
        false);
  }

  /** In the words of whoever sent it, else under the id that this gateway makes for it. */
  private static List<String> answered(
      Map<String, String> about, XtaServersProperties.Server server) {
    var id = about.get("inReplyTo");
    return id == null
        ? List.of()
        : List.of(
            about.getOrDefault(
                "inReplyToId", "urn:de:xta:messageid:" + server.prefix() + ":" + id));
  }

  private static Long size(Handover handover) {
    var size =
        handover.payload().size()
            + handover.attachments().stream().mapToLong(HandoverPart::size).sum();
    return size == 0 ? null : size;
  }

  private static String required(Map<String, String> about, String key) {
    var value = about.get(key);
    if (value == null) {
      throw new GatewayException(
          ErrorCode.PARTNER_INCOMPLETE, "the message names no %s, which XTA needs".formatted(key));
    }
    return value;
  }
}
