package de.amtsbote.osci.client;

import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;

/**
 * An answer to fetchDelivery came but cannot be read or trusted. The dialog is over without another
 * word, so the delivery stays in the mailbox; the octets are kept here until this is closed.
 */
public final class BrokenAnswerException extends OsciException implements AutoCloseable {

  private static final long serialVersionUID = 1L;

  private final transient SpoolFile octets;

  BrokenAnswerException(OsciException cause, SpoolFile octets) {
    super(cause.error(), cause);
    this.octets = octets;
  }

  /** The answer as it came. */
  public InputStream openOctets() throws IOException {
    return octets.open();
  }

  @Override
  public void close() {
    octets.close();
  }
}
