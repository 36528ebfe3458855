package de.amtsbote.gateway.osci;

import de.amtsbote.gateway.directory.Partner;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.osci.content.ContentSource;
import java.net.URI;
import java.util.List;

/**
 * What is to be sent.
 *
 * @param tenant whose message it is
 * @param partner who gets it
 * @param identity name of the own identity; null for the usual one
 * @param subject readable by the intermediary: nothing confidential
 * @param payload the XML document
 * @param recipient where the intermediary brings it to; null for the mailbox of the partner
 */
public record OutgoingMessage(
    MessageId id,
    String tenant,
    Partner partner,
    String identity,
    String subject,
    ContentSource payload,
    List<Attachment> attachments,
    URI recipient) {

  public OutgoingMessage {
    attachments = List.copyOf(attachments);
  }

  /** An attachment under the name its sender gave it. */
  public record Attachment(String name, ContentSource content) {}
}
