package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.mailbox.Acknowledgements.Statement;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Answers to what a delivery brought to where it has no door: such a hand-over is an entry of a
 * mailbox that nobody can ask for, and its answer an acknowledgement like any other.
 */
public final class ExpectedAnswers {

  static final String DELIVERY = "delivery:";

  private final MailboxStore entries;
  private final Acknowledgements acknowledgements;

  ExpectedAnswers(MailboxStore entries, Acknowledgements acknowledgements) {
    this.entries = entries;
    this.acknowledgements = acknowledgements;
  }

  /** From now on an answer finds the message; part of the running transaction. */
  public void expect(String delivery, Handover handover) {
    entries.put(
        UUID.fromString(handover.deliveryId()),
        delivery,
        MessageId.parse(handover.messageId()),
        List.of(),
        handover.size());
  }

  /** What was handed over by a delivery under this id. */
  public Optional<MailboxEntry> find(String delivery, UUID id) {
    return entries.of(delivery, id);
  }

  /**
   * Takes an answer down; the same again changes nothing.
   *
   * @param reason why it is rejected; null without
   * @throws de.amtsbote.gateway.message.GatewayException as {@link Acknowledgements#acknowledge}
   */
  public void answer(MailboxEntry entry, ProcessingStatus status, String reason) {
    var words = status.name() + "\n" + (reason == null ? "" : reason);
    var said =
        new Statement(
            status,
            DELIVERY + entry.mailbox(),
            reason,
            Sha256.of(words.getBytes(StandardCharsets.UTF_8)));
    acknowledgements.acknowledge(entry, said, () -> null);
  }

  /** Those hand-overs whose messages ended before anybody answered. */
  public Set<UUID> withdrawn(String delivery, Collection<UUID> ids) {
    return Set.copyOf(entries.withdrawn(delivery, ids));
  }
}
