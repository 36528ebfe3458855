package de.amtsbote.osci.client;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.Tolerated;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.wire.ClosedDelivery;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.List;

/**
 * A fetched delivery. The intermediary keeps it as unread until the next order of the dialog, and
 * the dialog sends no next order before {@link #confirm}: so store it first, then confirm. Valid
 * until it is closed.
 */
public final class ReceivedDelivery implements ClosedDelivery, AutoCloseable {

  private final IncomingMessage answer;
  private final ClientIdentity identity;
  private final Confirmation confirmation;

  ReceivedDelivery(IncomingMessage answer, ClientIdentity identity, Confirmation confirmation) {
    this.answer = answer;
    this.identity = identity;
    this.confirmation = confirmation;
  }

  /** The id under which the originator sent it. */
  public MessageId messageId() {
    return processCard().messageId();
  }

  /** Its process card with the intermediary's certificate checks. */
  public ProcessCardBundle processCard() {
    return answer.order().processCard().orElseThrow();
  }

  @Override
  public RoleCertificates certificates() {
    return answer.certificates();
  }

  /** Header blocks of foreign name spaces. */
  public List<HeaderBlock> headers() {
    return answer.headers();
  }

  /** What the intermediary says besides. */
  public Feedback feedback() {
    return answer.order().feedback();
  }

  /** Whether more deliveries wait (3800). */
  public boolean moreWaiting() {
    return feedback().has(FeedbackCode.MORE_DELIVERIES);
  }

  @Override
  public OpenedContent open() throws OsciException {
    return answer.open(identity.cipher());
  }

  @Override
  public OpenedContent open(AlgorithmPolicy policy) throws OsciException {
    return answer.open(identity.cipher(), policy);
  }

  @Override
  public List<Tolerated> tolerated() {
    return answer.tolerated();
  }

  @Override
  public ContentPackage.Stored content() {
    return answer.content();
  }

  /** Says that the delivery is stored safely, and that the intermediary may be told so. */
  public void confirm() {
    confirmation.give();
  }

  @Override
  public void close() {
    answer.close();
  }
}
