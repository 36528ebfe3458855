package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/** Calls passive recipients in the name of an intermediary; it is the client then. */
public final class RecipientCaller {

  private final IntermediaryKeys keys;
  private final OsciTransport transport;
  private final PushPolicy policy;
  private final MessageComposer composer;
  private final MessageReader reader;

  /** A caller with the keys of its intermediary. */
  public RecipientCaller(
      IntermediaryKeys keys,
      OsciTransport transport,
      PushPolicy policy,
      AlgorithmPolicy algorithms,
      ReadLimits limits,
      Spool spool) {
    this.keys = keys;
    this.transport = transport;
    this.policy = policy;
    this.composer = new MessageComposer(spool, algorithms);
    this.reader = new MessageReader(spool, algorithms, limits, keys.cipher());
  }

  Optional<PushRetry> later() {
    return policy.later();
  }

  boolean admits(URI recipient) {
    return policy.admitted().test(recipient);
  }

  /** The intermediary's own certificates, as they stand in orders to recipients. */
  RoleCertificates withOwn(RoleCertificates certificates) {
    return certificates
        .with(
            RoleCertificate.of(Role.INTERMEDIARY, Usage.CIPHER, keys.cipher().get(0).certificate()))
        .with(
            RoleCertificate.of(Role.INTERMEDIARY, Usage.SIGNATURE, keys.signature().certificate()));
  }

  /**
   * Signs and encrypts an order, sends it, and reads the answer. A recipient that cannot be reached
   * is tried again.
   *
   * @throws TransportException if there is no answer
   * @throws OsciException if the answer is not right
   */
  IncomingMessage call(URI recipient, X509Certificate cipher, OutgoingMessage order)
      throws IOException {
    var answer = order.type().answer().orElseThrow();
    var expected = new Expectations(Set.of(answer, MessageType.SOAP_FAULT), false, false);
    try (var composed = composer.compose(order, new OrderSecurity(keys.signature(), cipher));
        var body = send(recipient, composed)) {
      return reader.read(body, expected);
    }
  }

  private InputStream send(URI recipient, ComposedMessage composed) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return transport.exchange(recipient, MessageBody.of(composed));
      } catch (TransportException e) {
        if (e.fate() != TransportException.Fate.NOT_SENT || attempt >= policy.attempts()) {
          throw e;
        }
        pause();
      }
    }
  }

  private void pause() throws InterruptedIOException {
    try {
      Thread.sleep(policy.pause().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted between two attempts");
    }
  }
}
