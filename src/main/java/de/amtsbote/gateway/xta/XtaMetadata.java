package de.amtsbote.gateway.xta;

import java.util.List;

/**
 * The transport order that goes with a message.
 *
 * @param messageId business id, the same on every repeat; compared without regard to case
 * @param inReplyTo ids of the messages that it answers
 * @param requester case number of the asking side; null without
 * @param responder case number of the answering side; null without
 * @param subject null without
 * @param service URI of the service
 * @param scenario business scenario; of no list when it is bilaterally agreed
 * @param payloadSchema what the payload is written by
 * @param quality service profile; null without
 * @param size octets of the content; null when not said
 */
public record XtaMetadata(
    String messageId,
    List<String> inReplyTo,
    String requester,
    String responder,
    XtaParty author,
    XtaParty reader,
    String subject,
    String service,
    XtaCode scenario,
    XtaCode messageType,
    String payloadSchema,
    String quality,
    XtaTimes times,
    Long size,
    boolean test) {

  public XtaMetadata {
    inReplyTo = List.copyOf(inReplyTo);
  }

  /** The same with other times. */
  public XtaMetadata with(XtaTimes other) {
    return new XtaMetadata(
        messageId,
        inReplyTo,
        requester,
        responder,
        author,
        reader,
        subject,
        service,
        scenario,
        messageType,
        payloadSchema,
        quality,
        other,
        size,
        test);
  }
}
