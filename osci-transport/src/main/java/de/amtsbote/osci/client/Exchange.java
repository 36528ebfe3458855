package de.amtsbote.osci.client;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
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

/**
 * One order and its answer: always signed and encrypted; an answer is taken only if it is encrypted
 * too, signed by the supplier, and repeats the challenge.
 */
final class Exchange {

  private final ClientIdentity identity;
  private final Supplier supplier;
  private final OsciTransport transport;
  private final Spool spool;
  private final MessageComposer composer;
  private final MessageReader reader;

  Exchange(
      ClientIdentity identity,
      Supplier supplier,
      OsciTransport transport,
      AlgorithmPolicy policy,
      ReadLimits limits,
      Spool spool) {
    this.identity = identity;
    this.supplier = supplier;
    this.transport = transport;
    this.spool = spool;
    this.composer = new MessageComposer(spool, policy);
    this.reader = new MessageReader(spool, policy, limits, identity.cipher());
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
      octets = spool.copyOf(body);
    }
    try (var body = octets.open()) {
      var answer = read(order, body);
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
    var expected = Expectations.answer(order.type().answer().orElseThrow(), true, true);
    var answer = reader.read(body, expected);
    try {
      if (answer.type() == MessageType.SOAP_FAULT) {
        throw new FaultReceivedException(answer.order().fault());
      }
      if (answer.order().feedback() == null) {
        throw new OsciException(Rule.STRUCTURE, "Feedback");
      }
      checkSigner(answer);
      checkDialogData(order, answer);
      return answer;
    } catch (IOException | RuntimeException e) {
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
