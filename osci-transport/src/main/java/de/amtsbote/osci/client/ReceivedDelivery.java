package de.amtsbote.osci.client;

import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.List;

/**
 * A fetched delivery. The intermediary keeps it as unread until the next order of the dialog, and
 * the dialog sends no next order before {@link #confirm}: so store it first, then confirm. Valid
 * until it is closed.
 */
public final class ReceivedDelivery extends AnsweredDelivery {

  ReceivedDelivery(IncomingMessage answer, ClientIdentity identity, Confirmation confirmation) {
    super(answer, identity, confirmation);
  }

  /** The id under which the originator sent it. */
  public MessageId messageId() {
    return processCard().messageId();
  }

  /** Its process card with the intermediary's certificate checks. */
  public ProcessCardBundle processCard() {
    return answer().order().processCard().orElseThrow();
  }

  /** Header blocks of foreign name spaces. */
  public List<HeaderBlock> headers() {
    return answer().headers();
  }

  /** Whether more deliveries wait (3800). */
  public boolean moreWaiting() {
    return feedback().has(FeedbackCode.MORE_DELIVERIES);
  }
}
