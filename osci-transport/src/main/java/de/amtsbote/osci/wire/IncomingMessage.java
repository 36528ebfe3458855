package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSighting;
import de.amtsbote.osci.content.EncryptionFacts;
import de.amtsbote.osci.content.NoKeyException;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.content.Tolerated;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.QualityOfTimestamp;
import de.amtsbote.osci.model.RoleCertificates;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A message that was read, decrypted and, if it is signed, verified completely. Its delivery is
 * still closed: an intermediary passes it on as it is, a reader calls {@link #open}.
 */
public interface IncomingMessage extends AutoCloseable {

  /** Order, answer or fault. */
  MessageType type();

  /** Dialog data; without values in a fault. */
  ControlBlock control();

  /** Business values. */
  Order order();

  /** Certificates of all roles; not checked. */
  RoleCertificates certificates();

  /** Languages wanted for feedback. */
  List<String> languages();

  /** Wanted times. */
  List<QualityOfTimestamp> qualities();

  /** What the peer can do, if it says so. */
  Optional<FeatureDescription> features();

  /** Blocks of foreign name spaces. */
  List<HeaderBlock> headers();

  /** How it was encrypted on the way, if it was. */
  Optional<EncryptionFacts> transport();

  /** The verified order signature, if there is one. */
  Optional<SignatureFacts> orderSignature();

  /**
   * Old algorithms of the transport encryption that only the policy in force let pass; for those of
   * the delivery see {@link OpenedContent#tolerated}.
   */
  default List<Tolerated> tolerated() {
    return Tolerated.in("transport", transport().orElse(null), orderSignature().isPresent());
  }

  /**
   * The delivery as canonical octets, to be stored and sent on; valid until the message is closed.
   */
  ContentPackage.Stored content();

  /**
   * Decrypts with the keys and verifies all content signatures; the result is valid until the
   * message is closed. Encrypted containers for other readers are reported as foreign.
   *
   * @throws NoKeyException if there is nothing but encrypted containers for other readers
   * @throws OsciException if anything does not decrypt, verify or fit; nothing is released then
   */
  OpenedContent open(Collection<? extends KeyOperations> readerKeys) throws OsciException;

  /** Like {@link #open(Collection)}, under another policy than the reader's. */
  OpenedContent open(Collection<? extends KeyOperations> readerKeys, AlgorithmPolicy policy)
      throws OsciException;

  /** Like {@link #open(Collection)}; the sighting tells what was seen if it fails. */
  OpenedContent open(Collection<? extends KeyOperations> readerKeys, ContentSighting sighting)
      throws OsciException;

  /** What is needed to answer it. */
  default MessageHead head() {
    return new MessageHead(
        type(), control(), certificates(), languages(), transport().orElse(null));
  }

  @Override
  void close();
}
