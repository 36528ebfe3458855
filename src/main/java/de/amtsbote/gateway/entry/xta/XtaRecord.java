package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.message.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A message as XTA knows it.
 *
 * @param xtaId as its author wrote it
 * @param notBefore null when it may go at once
 * @param obsoleteAfter null when it is always of use
 * @param encrypted whether its author sealed it for the reader
 * @param inReplyTo ids of the messages that it answers
 */
public record XtaRecord(
    MessageId id,
    String xtaId,
    Instant notBefore,
    LocalDate obsoleteAfter,
    boolean encrypted,
    List<String> inReplyTo) {

  public XtaRecord {
    inReplyTo = List.copyOf(inReplyTo);
  }
}
