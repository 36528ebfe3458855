package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.v31.ContainerXml;
import de.amtsbote.gateway.xta.v31.EnvelopeXml;
import de.amtsbote.gateway.xta.v31.MessageIdXml;
import de.amtsbote.gateway.xta.v31.MetadataXml;
import de.amtsbote.gateway.xta.v31.XtaOperation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Hands over to an XTA server with sendMessage. The message id is made of the delivery id, so it is
 * the same on every attempt; when the server says that it knows the id already, its transport
 * report tells whether an earlier attempt got through.
 */
final class XtaDelivery implements Delivery {

  /** What may get better by itself; everything else must be put right by somebody. */
  private static final Set<XtaError> MAY_GET_BETTER =
      Set.of(XtaError.INTERNAL, XtaError.DIRECTORY_FAILED, XtaError.DELIVERY_FAILED);

  private final String name;
  private final XtaServersProperties.Server server;
  private final XtaClient client;

  XtaDelivery(String name, XtaServersProperties.Server server, XtaClient client) {
    this.name = name;
    this.server = server;
    this.client = client;
  }

  @Override
  public void handOver(Handover handover) {
    try {
      send(handover);
    } catch (XtaException e) {
      throw failure(e);
    } catch (IOException e) {
      throw known(e, unavailable("does not answer", e));
    }
  }

  private void send(Handover handover) throws IOException {
    var order = OutgoingOrder.of(handover, server);
    var parts = new ArrayList<HandoverPart>();
    parts.add(handover.payload());
    parts.addAll(handover.attachments());
    var references = new ArrayList<ContainerXml.Reference>();
    for (var i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      references.add(
          new ContainerXml.Reference(
              XtaPart.of(part.name(), part.mediaType(), part.size()), MimeBody.contentId(i)));
    }
    try {
      client.call(
          server.send(),
          XtaOperation.SEND_MESSAGE,
          List.of(MetadataXml.write(order)),
          EnvelopeXml.container(references),
          new MimeBody(handover.deliveryId(), parts));
    } catch (XtaException e) {
      if (e.error() != XtaError.MESSAGE_ID_USED || !isKnown(order.messageId())) {
        throw e;
      }
    }
  }

  /** An id that is used up is ours only when the server reports on it to us. */
  private boolean isKnown(String messageId) throws IOException {
    try {
      client.call(
          server.management(),
          XtaOperation.GET_TRANSPORT_REPORT,
          List.of(),
          MessageIdXml.write(messageId));
      return true;
    } catch (XtaException e) {
      if (e.error() == XtaError.MESSAGE_ID_UNKNOWN) {
        return false;
      }
      throw e;
    }
  }

  private GatewayException failure(XtaException refusal) {
    var code =
        MAY_GET_BETTER.contains(refusal.error())
            ? ErrorCode.DELIVERY_UNAVAILABLE
            : ErrorCode.DELIVERY_REFUSED;
    return new GatewayException(
        code, "XTA server %s: %s".formatted(name, refusal.getMessage()), refusal);
  }

  private GatewayException unavailable(String what, IOException cause) {
    return new GatewayException(
        ErrorCode.DELIVERY_UNAVAILABLE, "XTA server %s %s".formatted(name, what), cause);
  }

  private static GatewayException known(Throwable error, GatewayException otherwise) {
    for (var it = error; it != null; it = it.getCause()) {
      if (it instanceof GatewayException found) {
        return found;
      }
    }
    return otherwise;
  }
}
