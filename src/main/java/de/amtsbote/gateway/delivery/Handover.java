package de.amtsbote.gateway.delivery;

import java.util.List;
import java.util.Map;

/**
 * What a Fachverfahren gets.
 *
 * @param deliveryId the same for every attempt, so that the receiver can tell a repeat
 * @param messageId the id of the message in the gateway
 * @param about what is known of the message: standard, version, messageType, author, reader,
 *     service, xoevUuid, receivedAt, processRef (what the sender calls its case), inReplyTo (the
 *     message that it answers), inReplyToId (that one's id in the words of its sender), test (true
 *     for what its sender calls a test) and obsoleteAfter (last day on which it is of use); only
 *     what is known
 * @param payloadFile what the payload is called where it is handed over as a file
 */
public record Handover(
    String deliveryId,
    String messageId,
    Map<String, String> about,
    HandoverPart payload,
    List<HandoverPart> attachments,
    String payloadFile) {

  /** What the payload is called for receivers that want nothing else. */
  public static final String PAYLOAD_FILE = "payload.xml";

  /** What a ZIP container is called for them. */
  public static final String CONTAINER_FILE = "payload.zip";

  public Handover {
    about = Map.copyOf(about);
    attachments = List.copyOf(attachments);
  }

  /** Bytes of payload and attachments. */
  public long size() {
    return payload.size() + attachments.stream().mapToLong(HandoverPart::size).sum();
  }
}
