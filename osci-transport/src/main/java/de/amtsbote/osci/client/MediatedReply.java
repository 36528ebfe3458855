package de.amtsbote.osci.client;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.Tolerated;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.wire.ClosedDelivery;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.List;
import java.util.Optional;

/**
 * What a passive recipient answered to a mediated delivery; valid until it is closed. With a
 * message id it counts as received with the next order of the dialog, as fetched deliveries do.
 */
public final class MediatedReply implements ClosedDelivery, AutoCloseable {

  private final IncomingMessage answer;
  private final ClientIdentity identity;
  private final Confirmation confirmation;

  MediatedReply(IncomingMessage answer, ClientIdentity identity, Confirmation confirmation) {
    this.answer = answer;
    this.identity = identity;
    this.confirmation = confirmation;
  }

  /** The process card of what was sent; none without a message id. */
  public Optional<ProcessCardBundle> requestCard() {
    return answer.order().processCard();
  }

  /** The process card of the reply; none without a message id. */
  public Optional<ProcessCardBundle> replyCard() {
    return Optional.ofNullable(answer.order().replyProcessCard());
  }

  @Override
  public RoleCertificates certificates() {
    return answer.certificates();
  }

  /** What the intermediary says besides, such as 3802 for an unsigned answer. */
  public Feedback feedback() {
    return answer.order().feedback();
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

  /** Says that the reply is stored safely, and that the intermediary may be told so. */
  public void confirm() {
    confirmation.give();
  }

  @Override
  public void close() {
    answer.close();
  }
}
