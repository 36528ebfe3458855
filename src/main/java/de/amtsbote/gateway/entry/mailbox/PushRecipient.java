package de.amtsbote.gateway.entry.mailbox;

import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.Receipt;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.recipient.NotAcceptedException;
import de.amtsbote.osci.recipient.PushedDelivery;
import de.amtsbote.osci.recipient.RecipientService;
import de.amtsbote.osci.recipient.Reply;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what an intermediary brings into the store before it is answered. What only its sender can
 * mend is refused, and its originator is told so (9805); after anything that may pass, or that is
 * wrong here, the intermediary brings it again.
 */
final class PushRecipient implements RecipientService {

  private static final Logger LOG = LoggerFactory.getLogger(PushRecipient.class);

  private final String name;
  private final PushProperties.Push push;
  private final ClientIdentity identity;
  private final MailboxIntake intake;
  private final PushDesk desk;

  /** The message whose answer was waited for and is on its way out; null without. */
  private MessageId answering;

  PushRecipient(
      String name,
      PushProperties.Push push,
      ClientIdentity identity,
      MailboxIntake intake,
      PushDesk desk) {
    this.name = name;
    this.push = push;
    this.identity = identity;
    this.intake = intake;
    this.desk = desk;
  }

  @Override
  public boolean accept(PushedDelivery delivery) throws IOException {
    if (id(delivery) == null) {
      LOG.warn("push {}: a delivery without a process card is refused", name);
      return false;
    }
    try {
      take(delivery, first -> {});
      return true;
    } catch (NotAcceptedException e) {
      return false;
    }
  }

  @Override
  public Reply process(PushedDelivery delivery) throws IOException {
    if (push.answerWithin().isZero()) {
      LOG.warn("push {}: an order that wants an answer at once is refused", name);
      throw new NotAcceptedException("no answers at once here", null);
    }
    var time = push.answerWithin();
    var taken = take(delivery, first -> desk.expect(first.id(), time));
    var receipt = taken.receipt();
    if (receipt.repeated()) {
      if (!desk.isSignedBy(receipt.id(), taken.authors())) {
        LOG.warn("push {}: {} is asked again by somebody else and refused", name, receipt.id());
        throw new NotAcceptedException("asked by somebody else", null);
      }
      var earlier = desk.earlier(receipt.id());
      if (earlier.isPresent()) {
        return reply(delivery, taken.authors(), earlier.get());
      }
      desk.expect(receipt.id(), time);
    }
    var answer = desk.await(receipt.id(), time);
    if (answer.isEmpty()) {
      LOG.info("push {}: no answer to {} in time", name, receipt.id());
      return null;
    }
    answering = receipt.id();
    return reply(delivery, taken.authors(), answer.get());
  }

  private Reply reply(PushedDelivery delivery, Set<String> authors, Message answer) {
    var originator = delivery.certificates().originatorCipher();
    try {
      if (originator.isPresent()) {
        desk.requireAuthor(answer, authors, originator.get());
        return desk.reply(answer, identity, originator.get(), push.content(), this::release);
      }
      LOG.warn("push {}: the originator names nothing to encrypt the answer for", name);
    } catch (GatewayException e) {
      LOG.warn("push {}: {} (incident {})", name, e.getMessage(), e.incident());
    }
    release();
    return null;
  }

  /** The whole answer has been sent. */
  void sent() {
    if (answering != null) {
      desk.given(answering);
      answering = null;
    }
  }

  private void release() {
    if (answering != null) {
      desk.lapse(answering);
      answering = null;
    }
  }

  private static de.amtsbote.osci.model.MessageId id(PushedDelivery delivery) {
    return delivery.processCard().map(it -> it.messageId()).orElse(null);
  }

  private MailboxIntake.Taken take(PushedDelivery delivery, Consumer<Receipt> first)
      throws IOException {
    var id = id(delivery);
    try {
      var taken = intake.open(name, push, id, delivery, first);
      LOG.info("push {}: delivery {} is message {}", name, id, taken.receipt().id());
      return taken;
    } catch (GatewayException e) {
      if (!Unacceptable.is(e)) {
        throw e;
      }
      LOG.warn(
          "push {}: delivery {} is refused: {} (incident {})",
          name,
          id,
          e.getMessage(),
          e.incident());
      throw new NotAcceptedException("refused", e);
    }
  }
}
