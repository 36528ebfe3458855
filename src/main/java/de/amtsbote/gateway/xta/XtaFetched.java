package de.amtsbote.gateway.xta;

import java.util.List;

/**
 * A message that came in whole: its content has gone to a sink already.
 *
 * @param request what the server calls the request that it answered; null where it has no name
 * @param order the transport order as its server gave it
 * @param parts what was said of the parts, the message first; empty for a sealed container
 * @param sealed whether its author sealed the content for the reader
 * @param kept the order and the parts as they are kept beside the content
 * @param missing names of what the order lacked, and is tolerated
 */
public record XtaFetched(
    String request,
    XtaMetadata order,
    List<XtaPart> parts,
    boolean sealed,
    Kept kept,
    List<String> missing) {

  public XtaFetched {
    parts = List.copyOf(parts);
    missing = List.copyOf(missing);
  }

  /** A small document. */
  public record Kept(String mediaType, byte[] octets) {}
}
