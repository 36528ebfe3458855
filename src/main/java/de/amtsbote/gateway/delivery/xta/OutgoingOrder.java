package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaCode;
import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.XtaMetadata;
import de.amtsbote.gateway.xta.XtaParty;
import de.amtsbote.gateway.xta.XtaTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Makes the transport order of what is sent.
 *
 * @param id message id at that server
 * @param message id of the message in the gateway, which is its case number where it has no other
 * @param about what is known of the message, by the names that {@link
 *     de.amtsbote.gateway.delivery.Handover} lists
 */
record OutgoingOrder(
    XtaServersProperties.Server server,
    String id,
    String message,
    Map<String, String> about,
    XtaWishes wishes) {

  XtaMetadata order(List<XtaContent> parts) {
    var standard = about.getOrDefault("standard", "unbekannt");
    var version = about.getOrDefault("version", "1");
    return new XtaMetadata(
        id,
        answered(),
        about.getOrDefault("processRef", message),
        null,
        XtaParty.of(or(wishes.author(), server.author())),
        XtaParty.of(reader()),
        wishes.subject(),
        or(wishes.service(), about.getOrDefault("service", "urn:de:amtsbote:service:" + standard)),
        new XtaCode(null, null, or(wishes.scenario(), or(server.scenario(), standard))),
        new XtaCode(
            server.types(),
            version,
            or(wishes.messageType(), about.getOrDefault("messageType", "unbekannt"))),
        "urn:de:amtsbote:standard:" + standard + ":" + version,
        wishes.quality(),
        times(),
        size(parts),
        Boolean.parseBoolean(about.get("test")));
  }

  private XtaTimes times() {
    var received = about.get("receivedAt");
    var last = about.get("obsoleteAfter");
    return new XtaTimes(
        received == null ? null : Instant.parse(received),
        null,
        wishes.notBefore(),
        last == null ? null : LocalDate.parse(last),
        null,
        null,
        null);
  }

  /** In the words of whoever sent it, else under the id that this gateway makes for it. */
  private List<String> answered() {
    var answered = about.get("inReplyTo");
    return answered == null
        ? List.of()
        : List.of(
            about.getOrDefault(
                "inReplyToId", "urn:de:xta:messageid:" + server.prefix() + ":" + answered));
  }

  private static Long size(List<XtaContent> parts) {
    var size = parts.stream().mapToLong(XtaContent::size).sum();
    return size == 0 ? null : size;
  }

  private String reader() {
    var reader = or(wishes.reader(), about.get("reader"));
    if (reader == null) {
      throw new GatewayException(
          ErrorCode.PARTNER_INCOMPLETE, "the message names no reader, which XTA needs");
    }
    return reader;
  }

  private static String or(String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
