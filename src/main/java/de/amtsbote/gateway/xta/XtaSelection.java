package de.amtsbote.gateway.xta;

import java.time.Instant;
import java.util.List;

/**
 * Which messages of a mailbox a reader wants.
 *
 * @param ids only these; empty for all
 * @param inReplyTo only answers to one of these; empty for all
 * @param from entered no earlier; null for ever
 * @param to entered no later; null for ever
 * @param fresh true: not fetched yet; false: fetched; null when nothing is said
 */
public record XtaSelection(
    List<String> ids, List<String> inReplyTo, Instant from, Instant to, Boolean fresh) {

  /** Says nothing. */
  public static final XtaSelection ALL = new XtaSelection(List.of(), List.of(), null, null, null);

  public XtaSelection {
    ids = List.copyOf(ids);
    inReplyTo = List.copyOf(inReplyTo);
  }

  /** True when no entry can ever be meant. */
  public boolean isImpossible() {
    return from != null && to != null && from.isAfter(to);
  }
}
