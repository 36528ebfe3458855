package de.amtsbote.xoev;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The header of an XÖV message, whatever profile it has; fields a profile lacks are empty.
 *
 * @param standard name of the standard as the message says it, or of the package when it does not
 * @param version version as the message says it, or of the package when it does not
 * @param messageType code of the message type as the header says it, else the one of the root name
 * @param messageUuid world-wide unique id: a resend keeps it, a correction gets a new one
 * @param created time of creation (not of sending) as written; see {@link #createdAt()}
 * @param author who wrote it
 * @param reader whom it is for
 * @param reference id of the message or process this one refers to
 * @param service DVDV service id when the header names it
 * @param test content of the test flag; empty for a production message
 * @param product product that wrote the message, with its version when given
 * @param manufacturer maker of that product
 */
public record XoevHeader(
    String standard,
    String version,
    String messageType,
    String messageUuid,
    String created,
    Party author,
    Party reader,
    String reference,
    String service,
    String test,
    String product,
    String manufacturer) {

  /** True when the sender says that this is no production message. */
  public boolean isTest() {
    return !test.isEmpty();
  }

  /**
   * Time of creation; a value without time zone counts as German local time; empty when unreadable.
   */
  public Optional<OffsetDateTime> createdAt() {
    return CreationTime.parse(created);
  }
}
