package de.amtsbote.osci.client;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.Tolerated;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.wire.ClosedDelivery;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.List;

/**
 * A delivery that an answer of the intermediary carries, and that counts as received with the next
 * order of the dialog.
 */
abstract class AnsweredDelivery implements ClosedDelivery, AutoCloseable {

  private final IncomingMessage answer;
  private final ClientIdentity identity;
  private final Confirmation confirmation;

  AnsweredDelivery(IncomingMessage answer, ClientIdentity identity, Confirmation confirmation) {
    this.answer = answer;
    this.identity = identity;
    this.confirmation = confirmation;
  }

  final IncomingMessage answer() {
    return answer;
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

  /** Says that it is stored safely, and that the intermediary may be told so. */
  public void confirm() {
    confirmation.give();
  }

  @Override
  public void close() {
    answer.close();
  }
}
