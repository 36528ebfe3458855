package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.MailboxOwners;
import java.util.Optional;

/**
 * What an intermediary can do besides taking and giving deliveries.
 *
 * @param recipients brings deliveries to passive recipients
 * @param transfers takes and gives messages in chunks
 * @param owners whose mailboxes belong together
 */
public record IntermediaryServices(
    Optional<RecipientCaller> recipients,
    Optional<ChunkedTransfers> transfers,
    MailboxOwners owners) {

  /** Nothing besides. */
  public static final IntermediaryServices NONE =
      new IntermediaryServices(Optional.empty(), Optional.empty(), MailboxOwners.APART);

  /** These services, and push. */
  public IntermediaryServices with(RecipientCaller caller) {
    return new IntermediaryServices(Optional.of(caller), transfers, owners);
  }

  /** These services, and chunked transfer. */
  public IntermediaryServices with(ChunkedTransfers chunks) {
    return new IntermediaryServices(recipients, Optional.of(chunks), owners);
  }

  /** These services, and owners with more than one mailbox. */
  public IntermediaryServices with(MailboxOwners several) {
    return new IntermediaryServices(recipients, transfers, several);
  }
}
