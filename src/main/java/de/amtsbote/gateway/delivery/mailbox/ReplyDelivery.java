package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.delivery.Delivery;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Message;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.TimelineEvent;
import de.amtsbote.gateway.message.correlation.CorrelationStore;
import de.amtsbote.gateway.message.event.EventRecorder;
import java.util.Map;

/** Lays an answer ready for whoever handed in the message that it answers, and tells them. */
final class ReplyDelivery implements Delivery {

  private final MailboxDelivery box;
  private final MessageStore messages;
  private final CorrelationStore correlations;
  private final EventRecorder events;

  ReplyDelivery(
      MailboxStore entries,
      MessageStore messages,
      CorrelationStore correlations,
      EventRecorder events) {
    this.box =
        new MailboxDelivery(
            reply -> ReplyBoxes.forAnswersTo(answered(reply.id())), entries, messages);
    this.messages = messages;
    this.correlations = correlations;
    this.events = events;
  }

  @Override
  public boolean waitsForReader() {
    return true;
  }

  @Override
  public void handOver(Handover handover) {
    var reply = MessageId.parse(handover.messageId());
    var answered = answered(reply);
    box.handOver(handover);
    var note = Note.of(Map.of("reply", reply.toString()));
    events.replied(answered, messages.note(answered.id(), TimelineEvent.REPLIED, note), reply);
  }

  private Message answered(MessageId reply) {
    var answered = correlations.of(reply).inReplyTo();
    if (answered == null) {
      throw new GatewayException(ErrorCode.NO_WAY_BACK, "message %s answers none".formatted(reply));
    }
    return messages
        .find(answered)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NO_WAY_BACK, "message %s is not here any more".formatted(answered)));
  }
}
