package de.amtsbote.gateway.route.preflight;

import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What would be sent, and by whom. Everything but account and tenant may be absent; what the sample
 * says of itself counts, and reader and service given beside it where it says nothing.
 *
 * @param day on which it would be sent; null for today
 * @param size payload and attachments together, bytes; 0 when nothing is known
 * @param attachments of the sample
 * @param sample the message itself
 */
public record PreflightQuestion(
    String account,
    String tenant,
    String reader,
    String service,
    String standard,
    String version,
    String messageType,
    LocalDate day,
    long size,
    int attachmentCount,
    List<Attachment> attachments,
    Optional<Content> sample) {

  public PreflightQuestion {
    attachments = List.copyOf(attachments);
  }
}
