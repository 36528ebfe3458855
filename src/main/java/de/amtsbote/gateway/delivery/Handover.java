package de.amtsbote.gateway.delivery;

import java.util.List;
import java.util.Map;

/**
 * What a Fachverfahren gets.
 *
 * @param deliveryId the same for every attempt, so that the receiver can tell a repeat
 * @param messageId the id of the message in the gateway
 * @param about what is known of the message: standard, version, messageType, author, reader,
 *     service, xoevUuid, receivedAt; only what is known
 */
public record Handover(
    String deliveryId,
    String messageId,
    Map<String, String> about,
    HandoverPart payload,
    List<HandoverPart> attachments) {

  public Handover {
    about = Map.copyOf(about);
    attachments = List.copyOf(attachments);
  }
}
