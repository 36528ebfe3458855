package de.amtsbote.gateway.delivery.mailbox;

import java.util.UUID;

/**
 * Where a reader stands in a list.
 *
 * @param account whose it is
 * @param page how many entries it wants at once
 * @param position number of the last entry that it got
 * @param form how it wants them, in words of its protocol
 */
public record MailboxRequest(
    UUID id, String account, MailboxSelection selection, int page, long position, String form) {

  /** The same, further on. */
  public MailboxRequest at(long number) {
    return new MailboxRequest(id, account, selection, page, number, form);
  }
}
