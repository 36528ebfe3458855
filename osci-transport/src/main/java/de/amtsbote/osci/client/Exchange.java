package de.amtsbote.osci.client;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.CryptoProviders;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.io.Streams;
import de.amtsbote.osci.model.FeatureDescription;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.transport.OsciTransport;
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
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One order and its answer: signed, and encrypted unless the supplier is said to take plain orders;
 * an answer is taken only if it is protected in the same way, signed by the supplier, and repeats
 * the challenge.
 */
final class Exchange {

  private final ClientIdentity identity;
  private final Supplier supplier;
  private final OsciTransport transport;
  private final Spool spool;
  private final java.util.function.Supplier<String> challenges;
  private final ReadLimits limits;
  private final AtomicReference<FeatureDescription> peer = new AtomicReference<>();
  private final MessageComposer composer;
  private final MessageReader reader;

  Exchange(
      ClientIdentity identity,
      Supplier supplier,
      OsciTransport transport,
      AlgorithmPolicy policy,
      ReadLimits limits,
      Spool spool,
      java.util.function.Supplier<String> challenges) {
    this.identity = identity;
    this.supplier = supplier;
    this.transport = transport;
    this.spool = spool;
    this.challenges = challenges;
    this.limits = limits;
    this.composer = new MessageComposer(spool, policy);
    this.reader = new MessageReader(spool, policy, limits, identity.cipher());
  }

  static String random() {
    return Base64.getEncoder().encodeToString(CryptoProviders.random(16));
  }

  String challenge() {
    return challenges.get();
  }

  Spool spool() {
    return spool;
  }

  long largestMessage() {
    return limits.messageSize();
  }

  /** What the supplier said last that it can do; null if it said nothing. */
  FeatureDescription peer() {
    return peer.get();
  }

  ComposedMessage compose(OutgoingMessage order) throws OsciException {
    return composer.compose(order, new OrderSecurity(identity.signature(), supplier.cipher()));
  }

  /** Sends an order and reads the answer while it comes. */
  IncomingMessage send(OutgoingMessage order, ComposedMessage composed) throws IOException {
    try (var body = transport.exchange(supplier.address(), MessageBody.of(composed))) {
      return read(order, body);
    }
  }

  /** Sends an order whose answer must not get lost, whatever it is. */
  IncomingMessage sendKeepingAnswer(OutgoingMessage order, ComposedMessage composed)
      throws IOException {
    SpoolFile octets;
    try (var body = transport.exchange(supplier.address(), MessageBody.of(composed))) {
      octets = copy(body);
    }
    return readKeeping(octets, body -> read(order, body));
  }

  /** An answer without end fills no disk; what is too long is too long by one octet already. */
  private SpoolFile copy(InputStream body) throws IOException {
    var file = spool.create();
    try {
      Streams.copy(body, file.output(), limits.messageSize() + 1);
      file.finish();
      return file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @FunctionalInterface
  private interface Reading {
    IncomingMessage read(InputStream body) throws IOException;
  }

  /** Reads spooled octets and closes them, unless they are broken: then whoever asked gets them. */
  private static IncomingMessage readKeeping(SpoolFile octets, Reading reading) throws IOException {
    try (var body = octets.open()) {
      var answer = reading.read(body);
      octets.close();
      return answer;
    } catch (OsciException e) {
      throw new BrokenAnswerException(e, octets);
    } catch (IOException | RuntimeException e) {
      octets.close();
      throw e;
    }
  }

  private IncomingMessage read(OutgoingMessage order, InputStream body) throws IOException {
    var answer =
        reader.read(body, new Expectations(answersTo(order.type()), supplier.isEncrypted(), true));
    try {
      if (answer.type() == MessageType.SOAP_FAULT) {
        throw new FaultReceivedException(answer.order().fault());
      }
      if (answer.order().feedback() == null) {
        throw new OsciException(Rule.STRUCTURE, "Feedback");
      }
      checkSigner(answer);
      checkDialogData(order, answer);
      answer.features().ifPresent(peer::set);
      return answer;
    } catch (IOException | RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  /** A small delivery comes whole though it was asked for in chunks. */
  private static Set<MessageType> answersTo(MessageType order) {
    var answer = order.answer().orElseThrow();
    return order == MessageType.PARTIAL_FETCH_DELIVERY
        ? Set.of(answer, MessageType.RESPONSE_TO_FETCH_DELIVERY, MessageType.SOAP_FAULT)
        : Set.of(answer, MessageType.SOAP_FAULT);
  }

  /**
   * Reads an answer to fetchDelivery that came in chunks, and closes its octets. Its dialog data
   * belong to the order for its first chunk; each chunk was checked for itself.
   */
  IncomingMessage readCarried(SpoolFile octets) throws IOException {
    return readKeeping(octets, this::readCarried);
  }

  private IncomingMessage readCarried(InputStream body) throws IOException {
    var expected = new Expectations(Set.of(MessageType.RESPONSE_TO_FETCH_DELIVERY), false, true);
    var answer = reader.read(body, expected);
    try {
      checkSigner(answer);
      return answer;
    } catch (OsciException e) {
      answer.close();
      throw e;
    }
  }

  private void checkSigner(IncomingMessage answer) throws OsciException {
    var signer = answer.orderSignature().orElseThrow().signer();
    if (signer.role() != Role.INTERMEDIARY || !supplier.signers().contains(signer.certificate())) {
      throw new OsciException(Rule.SUPPLIER_UNKNOWN, signer.id());
    }
  }

  private static void checkDialogData(OutgoingMessage order, IncomingMessage answer)
      throws OsciException {
    var asked = order.control();
    var told = answer.control();
    if (!asked.challenge().equals(told.response())) {
      throw new OsciException(Rule.DIALOG_DATA, "Response");
    }
    if (asked.inDialog()
        && !(asked.conversationId().equals(told.conversationId())
            && asked.sequenceNumber().equals(told.sequenceNumber()))) {
      throw new OsciException(Rule.DIALOG_DATA, "ConversationId, SequenceNumber");
    }
  }
}
