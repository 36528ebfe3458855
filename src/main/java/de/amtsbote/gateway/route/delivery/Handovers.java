package de.amtsbote.gateway.route.delivery;

import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.Sha256;
import de.amtsbote.gateway.route.content.Adaptation;
import de.amtsbote.gateway.route.content.RouteContent;
import de.amtsbote.gateway.route.content.RoutePart;
import de.amtsbote.xoev.container.MessageContainer;
import de.amtsbote.xoev.quirk.Quirk;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import org.apache.camel.Exchange;

/** Makes of an exchange what a Fachverfahren gets. */
final class Handovers {

  private Handovers() {}

  static Handover of(
      Exchange exchange,
      Message message,
      Map<String, String> about,
      String deliveryId,
      Adaptation adapted)
      throws IOException {
    var attachments = new ArrayList<HandoverPart>();
    for (var part : RouteContent.attachments(exchange)) {
      attachments.add(part(part));
    }
    var file =
        adapted.applied().contains(Quirk.WANTS_FILE_NAME)
            ? adapted.payload().name()
            : file(adapted.payload());
    return new Handover(
        deliveryId, message.id().toString(), about, part(adapted.payload()), attachments, file);
  }

  private static String file(RoutePart payload) throws IOException {
    return MessageContainer.looksLikeOne(payload.source()::open)
        ? Handover.CONTAINER_FILE
        : Handover.PAYLOAD_FILE;
  }

  private static HandoverPart part(RoutePart part) throws IOException {
    var seal = part.seal().isPresent() ? part.seal().get() : measure(part);
    return new HandoverPart(
        part.name(), part.mediaType(), seal.size(), seal.sha256(), part.source()::open);
  }

  /** What a step of the route made is read once to know its size and digest. */
  private static RoutePart.Seal measure(RoutePart part) throws IOException {
    try (var in = new DigestInputStream(part.source().open(), Sha256.start())) {
      var size = in.transferTo(OutputStream.nullOutputStream());
      return new RoutePart.Seal(size, HexFormat.of().formatHex(in.getMessageDigest().digest()));
    }
  }
}
