package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.EncryptionFacts;
import de.amtsbote.osci.content.NoKeyException;
import de.amtsbote.osci.content.SignatureFacts;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CipherAlgorithm;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Resources;
import de.amtsbote.osci.mime.MimeLimits;
import de.amtsbote.osci.mime.MimePart;
import de.amtsbote.osci.mime.MimeReader;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.security.Decryption;
import de.amtsbote.osci.security.EncryptedElement;
import de.amtsbote.osci.security.Unauthenticated;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads and verifies messages; immutable, for any number of threads. */
public final class MessageReader {

  private final Spool spool;
  private final AlgorithmPolicy policy;
  private final ReadLimits limits;
  private final List<KeyOperations> transportKeys;
  private final Decryption decryption;

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
    this.decryption =
        new Decryption(
            spool, policy, Rule.ALGORITHM_REFUSED_TRANSPORT, Rule.TRANSPORT_UNDECRYPTABLE);
  }

  /**
   * Reads one HTTP body to its end; the caller closes the stream and the message.
   *
   * @throws RefusedMessageException if it can be read but its order signature cannot be trusted
   * @throws OsciException for all else that is wrong with it; nothing of it is kept then
   */
  public IncomingMessage read(InputStream body, Expectations expectations) throws OsciException {
    return read(body, expectations, new Sighting());
  }

  /**
   * Like {@link #read(InputStream, Expectations)}; the sighting tells what was seen if it fails.
   */
  public IncomingMessage read(InputStream body, Expectations expectations, Sighting sighting)
      throws OsciException {
    Resources resources = new Resources();
    try {
      return forOneMessage().read(body, expectations, resources, sighting);
    } catch (OsciException e) {
      resources.close();
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      resources.close();
      throw new OsciException(Rule.INTERNAL, null, e);
    }
  }

  private MessageReader forOneMessage() {
    return new MessageReader(spool.forOneMessage(), policy, limits, transportKeys);
  }

  private IncomingMessage read(
      InputStream body, Expectations expectations, Resources resources, Sighting sighting)
      throws IOException {
    MimeReader mime =
        new MimeReader(
            body, new MimeLimits(limits.messageSize(), limits.partSize(), limits.parts()));
    Envelope envelope = envelope(mime, resources, sighting);
    if (envelope.encrypted == null) {
      return verified(mime, envelope, null, null, expectations, resources);
    }
    Decryption.Match match =
        Decryption.match(envelope.encrypted, RoleCertificates.NONE, transportKeys)
            .orElseThrow(() -> noKey(envelope.encrypted));
    EncryptionFacts facts = facts(envelope.encrypted, match);
    SpoolFile plain = decrypt(mime, envelope.encrypted, match);
    resources.own(plain::close);
    IncomingMessage message = inner(plain, facts, expectations, resources, sighting);
    if (message.content().parts().isEmpty()) {
      plain.close();
    }
    return message;
  }

  private static NoKeyException noKey(EncryptedElement element) {
    return NoKeyException.ofMessage(
        element.keys().stream().flatMap(key -> Stream.ofNullable(key.certificate())).toList());
  }

  private EncryptionFacts facts(EncryptedElement element, Decryption.Match match)
      throws OsciException {
    return new EncryptionFacts(
        element.id(),
        decryption.cipher(element),
        element.effectiveIvLength(),
        decryption.transport(match.wrapped()),
        match.key().certificate());
  }

  private SpoolFile decrypt(MimeReader mime, EncryptedElement element, Decryption.Match match)
      throws IOException {
    MimePart part = mime.next();
    if (part == null || !part.contentId().equals(element.reference())) {
      throw new OsciException(Rule.PART_MISSING, element.reference());
    }
    SpoolFile plain = decryption.decrypt(element, match, part.body());
    try {
      if (mime.next() != null) {
        throw new OsciException(Rule.PART_UNREFERENCED, null);
      }
      return plain;
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private IncomingMessage inner(
      SpoolFile plain,
      EncryptionFacts facts,
      Expectations expectations,
      Resources resources,
      Sighting sighting)
      throws IOException {
    try (InputStream in = plain.open()) {
      MimeReader mime =
          new MimeReader(
              in, new MimeLimits(limits.messageSize(), limits.partSize(), limits.parts()));
      Envelope envelope = envelope(mime, resources, sighting);
      if (envelope.encrypted != null) {
        throw new OsciException(Rule.STRUCTURE, "a message encrypted twice");
      }
      return verified(mime, envelope, facts, plain, expectations, resources);
    } catch (OsciException e) {
      if (facts.cipher().mode() == CipherAlgorithm.Mode.CBC) {
        sighting.forgetInner();
      }
      throw decrypted(e, facts.cipher());
    }
  }

  private static OsciException decrypted(OsciException e, CipherAlgorithm cipher) {
    if (cipher.mode() == CipherAlgorithm.Mode.CBC) {
      return Unauthenticated.failure(
          e, Rule.TRANSPORT_UNDECRYPTABLE, Rule.ALGORITHM_REFUSED_TRANSPORT);
    }
    return e instanceof RefusedMessageException
        ? e
        : new OsciException(new OsciError(e.rule(), e.error().where(), true), e);
  }

  private Envelope envelope(MimeReader mime, Resources resources, Sighting sighting)
      throws IOException {
    MimePart part = mime.next();
    if (part == null) {
      throw new OsciException(Rule.MIME_MALFORMED, "no part");
    }
    EnvelopeReader reader = new EnvelopeReader(part.body(), spool, limits, resources);
    sighting.add(reader.envelope());
    return reader.read();
  }

  private IncomingMessage verified(
      MimeReader mime,
      Envelope envelope,
      EncryptionFacts transport,
      SpoolFile plain,
      Expectations expectations,
      Resources resources)
      throws IOException {
    PartReader parts = new PartReader(spool, resources, envelope.signature, plain);
    parts.readAll(mime);
    boolean fault = envelope.type == MessageType.SOAP_FAULT;
    if (!expectations.types().isEmpty() && !expectations.types().contains(envelope.type)) {
      throw new OsciException(Rule.UNKNOWN_TYPE, envelope.type.elementName());
    }
    if (!parts.parts().isEmpty() && !envelope.type.mayCarryContent()) {
      throw new OsciException(Rule.PART_UNREFERENCED, null);
    }
    if (expectations.encrypted() && transport == null && !fault) {
      throw new OsciException(Rule.TRANSPORT_NOT_ENCRYPTED, null);
    }
    SignatureFacts signature = null;
    try {
      if (envelope.signature != null) {
        signature = new OrderVerifier(policy, envelope, parts.parts(), parts.digests()).verify();
      } else if (expectations.signed() && !fault) {
        throw new OsciException(Rule.ORDER_UNSIGNED, null);
      }
    } catch (OsciException e) {
      throw new RefusedMessageException(e.error(), envelope.head(transport), e);
    }
    if (transport != null && signature == null && policy.needsSignature(transport.cipher())) {
      throw new OsciException(Rule.ALGORITHM_REFUSED_TRANSPORT, transport.cipher().uri());
    }
    return new ReadMessage(
        envelope, transport, signature, parts.parts(), spool, policy, limits, resources);
  }
}
