package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.Tolerated;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.RoleCertificates;
import java.util.List;

/** A delivery that came to a reader, fetched or pushed, and that was not opened yet. */
public interface ClosedDelivery {

  /** Certificates of originator, authors, addressee and readers; not checked. */
  RoleCertificates certificates();

  /**
   * Decrypts the content and verifies all content signatures.
   *
   * @throws OsciException if anything does not decrypt or verify; nothing is released then
   */
  OpenedContent open() throws OsciException;

  /** Like {@link #open()}, under the policy for a single partner. */
  OpenedContent open(AlgorithmPolicy policy) throws OsciException;

  /** Old algorithms of the message that carried it, which only the policy in force let pass. */
  List<Tolerated> tolerated();

  /** The content as it came, still closed. */
  ContentPackage.Stored content();
}
