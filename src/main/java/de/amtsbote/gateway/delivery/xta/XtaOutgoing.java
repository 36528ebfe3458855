package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.xta.XtaContent;
import java.util.List;
import java.util.Map;

/**
 * What is to be sent to an XTA server.
 *
 * @param server name of the server
 * @param about what is known of the message, by the names that {@link
 *     de.amtsbote.gateway.delivery.Handover} lists
 * @param parts the payload, then the attachments
 */
public record XtaOutgoing(
    Message message,
    String server,
    Map<String, String> about,
    XtaWishes wishes,
    List<XtaContent> parts) {

  public XtaOutgoing {
    about = Map.copyOf(about);
    parts = List.copyOf(parts);
  }
}
