package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.xta.XtaContent;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaRemote;
import java.io.IOException;
import java.util.ArrayList;

/**
 * Hands over to an XTA server with sendMessage. The message id is made of the delivery id, so it is
 * the same on every attempt; when the server says that it knows the id already, its transport
 * report tells whether an earlier attempt got through.
 */
final class XtaDelivery implements Delivery {

  private final String name;
  private final XtaServersProperties.Server server;
  private final XtaRemote remote;

  XtaDelivery(String name, XtaServersProperties.Server server, XtaRemote remote) {
    this.name = name;
    this.server = server;
    this.remote = remote;
  }

  @Override
  public void handOver(Handover handover) {
    try {
      send(handover);
    } catch (XtaException e) {
      throw RetryTable.error(name, e);
    } catch (IOException e) {
      throw RetryTable.error(name, e);
    }
  }

  @Override
  public void probe() {
    XtaServers.probe(name, remote);
  }

  private void send(Handover handover) throws IOException {
    var parts = new ArrayList<XtaContent>();
    parts.add(content(handover.payload()));
    handover.attachments().forEach(it -> parts.add(content(it)));
    var id = "urn:de:xta:messageid:" + server.prefix() + ":" + handover.deliveryId();
    var order =
        new OutgoingOrder(server, id, handover.messageId(), handover.about(), XtaWishes.NONE)
            .order(parts);
    try {
      remote.send(order, parts);
    } catch (XtaException e) {
      if (e.error() != XtaError.MESSAGE_ID_USED || !isKnown(remote, id)) {
        throw e;
      }
    }
  }

  private static XtaContent content(HandoverPart part) {
    return new XtaContent(
        XtaPart.of(part.name(), part.mediaType(), part.size()), part.size(), part.content()::open);
  }

  /** An id that is used up is ours only when the server reports on it to us. */
  static boolean isKnown(XtaRemote remote, String messageId) throws IOException {
    try {
      remote.report(messageId);
      return true;
    } catch (XtaException e) {
      if (e.error() == XtaError.MESSAGE_ID_UNKNOWN) {
        return false;
      }
      throw e;
    }
  }
}
