package de.amtsbote.gateway.xta;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When things happen to a message; each null while it has not happened or was not asked for.
 *
 * @param origin the author made it
 * @param initialSend the sender handed it on
 * @param notBefore the author wants it handed on no earlier
 * @param obsoleteAfter last day on which it is of use
 * @param delivery it came into the reader's mailbox
 * @param initialFetch the reader fetched it and said so
 * @param reception the reader has it
 */
public record XtaTimes(
    Instant origin,
    Instant initialSend,
    Instant notBefore,
    LocalDate obsoleteAfter,
    Instant delivery,
    Instant initialFetch,
    Instant reception) {

  /** Nothing has happened yet. */
  public static final XtaTimes NONE = new XtaTimes(null, null, null, null, null, null, null);

  /** The same with the times that servers enter, whatever a client wrote there. */
  public XtaTimes stamped(Instant sent, Instant delivered, Instant fetched, Instant received) {
    return new XtaTimes(origin, sent, notBefore, obsoleteAfter, delivered, fetched, received);
  }
}
