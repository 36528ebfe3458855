package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.OsciKey;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.correlation.Correlation;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.osci.OutgoingMessage;
import de.amtsbote.gateway.osci.ReplyIntake;
import de.amtsbote.osci.client.MediatedReply;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what partners answer at once: messages of their own, which answer what was sent. */
final class MediatedIntake implements ReplyIntake {

  private static final Logger LOG = LoggerFactory.getLogger(MediatedIntake.class);

  /** No account is called so: what a partner says belongs to none of them. */
  private static final String ACCOUNT = "partner:";

  private final MailboxIntake intake;
  private final MessageStore messages;
  private final CorrelationStore correlations;

  MediatedIntake(MailboxIntake intake, MessageStore messages, CorrelationStore correlations) {
    this.intake = intake;
    this.messages = messages;
    this.correlations = correlations;
  }

  @Override
  public Optional<MessageId> keep(OutgoingMessage sent, MediatedReply reply) throws IOException {
    var id = reply.replyCard().map(it -> it.messageId().value()).orElse(sent.id() + " reply");
    var process = correlations.of(sent.id()).processRef();
    try {
      var receipt =
          intake.open(
              message(sent, id),
              sent.partner(),
              reply,
              first -> correlations.keep(first.id(), new Correlation(process, null, sent.id())));
      return Optional.of(receipt.id());
    } catch (GatewayException e) {
      if (!Unacceptable.staysClosed(e)) {
        throw e;
      }
      intake.keepClosed(message(sent, OsciKey.closed(id)), reply, e);
      LOG.warn(
          "The reply of {} to {} is kept closed: {} (incident {})",
          sent.partner().name(),
          sent.id(),
          e.getMessage(),
          e.incident());
      return Optional.empty();
    }
  }

  private NewMessage message(OutgoingMessage sent, String key) {
    var traits = messages.get(sent.id()).traits();
    return new NewMessage(
        sent.tenant(),
        new Entry(EntryKind.REPLY, ACCOUNT + sent.partner().name()),
        key,
        new Traits(null, null, null, traits.reader(), traits.author(), traits.service(), null));
  }
}
