package de.amtsbote.osci.recipient;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.wire.IncomingMessage;
import java.util.List;
import java.util.Optional;

/** A delivery that an intermediary brings; valid while the recipient's method runs. */
public final class PushedDelivery {

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

  /** Certificates of originator, authors, addressee and readers; not checked. */
  public RoleCertificates certificates() {
    return order.certificates().withoutIntermediary();
  }

  /** Header blocks of foreign name spaces. */
  public List<HeaderBlock> headers() {
    return order.headers();
  }

  /**
   * Decrypts the content and verifies all content signatures.
   *
   * @throws OsciException if anything does not decrypt or verify; nothing is released then
   */
  public OpenedContent open() throws OsciException {
    return order.open(keys);
  }

  /** The content as it came, still closed. */
  public ContentPackage.Stored content() {
    return order.content();
  }
}
