package de.amtsbote.gateway.xta;

import java.util.List;

/**
 * A page of a list of what lies in a mailbox.
 *
 * @param request what the server calls the request, to go on with it
 * @param pending how many there are behind this page
 * @param ids ids of the messages on this page
 */
public record XtaListing(String request, long pending, List<String> ids) {

  public XtaListing {
    ids = List.copyOf(ids);
  }
}
