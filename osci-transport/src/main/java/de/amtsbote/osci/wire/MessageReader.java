package de.amtsbote.osci.wire;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.spool.Spool;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Reads and verifies messages; immutable, for any number of threads. */
public final class MessageReader {

  private final Spool spool;
  private final AlgorithmPolicy policy;
  private final ReadLimits limits;
  private final List<KeyOperations> transportKeys;

  /** A reader that decrypts messages with these keys and judges algorithms by a policy. */
  public MessageReader(
      Spool spool,
      AlgorithmPolicy policy,
      ReadLimits limits,
      Collection<? extends KeyOperations> transportKeys) {
    this.spool = Objects.requireNonNull(spool);
    this.policy = Objects.requireNonNull(policy);
    this.limits = Objects.requireNonNull(limits);
    this.transportKeys = List.copyOf(transportKeys);
  }

  /**
   * Reads one HTTP body to its end; the caller closes the stream and the message.
   *
   * @throws RefusedMessageException if it can be read but its order signature cannot be trusted
   * @throws OsciException for all else that is wrong with it; nothing of it is kept then
   */
  public IncomingMessage read(InputStream body, Expectations expectations) throws OsciException {
    throw new UnsupportedOperationException("" + spool + policy + limits + transportKeys + body);
  }
}
