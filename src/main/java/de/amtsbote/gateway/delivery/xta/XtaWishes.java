package de.amtsbote.gateway.delivery.xta;

import java.time.Instant;

/**
 * What a route wants to stand in a transport order; null for what follows from the message.
 *
 * @param author own party, one of those of our account there
 * @param reader key of the reader
 * @param service URI of the service
 * @param scenario business scenario
 * @param subject for people
 * @param quality service profile
 * @param notBefore when the server may hand it on first
 */
public record XtaWishes(
    String author,
    String reader,
    String service,
    String messageType,
    String scenario,
    String subject,
    String quality,
    Instant notBefore) {

  /** Everything as it follows from the message. */
  public static final XtaWishes NONE =
      new XtaWishes(null, null, null, null, null, null, null, null);
}
