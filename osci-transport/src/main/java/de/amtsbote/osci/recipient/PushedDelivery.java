package de.amtsbote.osci.recipient;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.Tolerated;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.wire.ClosedDelivery;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.List;
import java.util.Optional;

/** A delivery that an intermediary brings; valid while the recipient's method runs. */
public final class PushedDelivery implements ClosedDelivery {

  private final IncomingMessage order;
  private final List<KeyOperations> keys;

  PushedDelivery(IncomingMessage order, List<KeyOperations> keys) {
    this.order = order;
    this.keys = keys;
  }

  /** Its process card; none if it has no message id (processDelivery only). */
  public Optional<ProcessCardBundle> processCard() {
    return order.order().processCard();
  }

  @Override
  public RoleCertificates certificates() {
    return order.certificates().withoutIntermediary();
  }

  /** Header blocks of foreign name spaces. */
  public List<HeaderBlock> headers() {
    return order.headers();
  }

  @Override
  public OpenedContent open() throws OsciException {
    return order.open(keys);
  }

  @Override
  public OpenedContent open(AlgorithmPolicy policy) throws OsciException {
    return order.open(keys, policy);
  }

  @Override
  public List<Tolerated> tolerated() {
    return order.tolerated();
  }

  @Override
  public ContentPackage.Stored content() {
    return order.content();
  }
}
