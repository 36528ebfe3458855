package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** A client that does as it is told: it also sends what no decent client would. */
final class Peer {

  static final String CHALLENGE = "a2xpZW50LWNoYWxsZW5nZQ==";

  private final World world;
  private final ClientIdentity identity;

  Peer(World world, ClientIdentity identity) {
    this.world = world;
    this.identity = identity;
  }

  RoleCertificates certificates() {
    return RoleCertificates.builder()
        .add(Role.ORIGINATOR, Usage.CIPHER, identity.cipher().get(0).certificate())
        .add(Role.ORIGINATOR, Usage.SIGNATURE, identity.signature().certificate())
        .build();
  }

  RoleCertificates signatureCertificate() {
    return RoleCertificates.builder()
        .add(Role.ORIGINATOR, Usage.SIGNATURE, identity.signature().certificate())
        .build();
  }

  OutgoingMessage.Builder order(MessageType type, ControlBlock control) {
    return OutgoingMessage.of(type, control).certificates(certificates());
  }

  /** The control block of the first order in a dialog of its own. */
  ControlBlock openDialog() throws IOException {
    var init = order(MessageType.INIT_DIALOG, ControlBlock.challenge(CHALLENGE)).build();
    try (var answer = send(init)) {
      return new ControlBlock(
          answer.control().conversationId(), 0L, answer.control().challenge(), CHALLENGE);
    }
  }

  /** What the next order after an answer must carry. */
  static ControlBlock after(IncomingMessage answer) {
    return new ControlBlock(
        answer.control().conversationId(),
        answer.control().sequenceNumber() + 1,
        answer.control().challenge(),
        CHALLENGE);
  }

  OrderSecurity signedAndEncrypted() {
    return new OrderSecurity(identity.signature(), INTERMEDIARY.cipher().get(0).certificate());
  }

  byte[] compose(OutgoingMessage order, OrderSecurity security) throws IOException {
    var composer = new MessageComposer(Spool.temporary(), AlgorithmPolicy.standard());
    try (var composed = composer.compose(order, security)) {
      var octets = new ByteArrayOutputStream();
      composed.writeTo(octets);
      return octets.toByteArray();
    }
  }

  IncomingMessage send(OutgoingMessage order) throws IOException {
    return send(order, signedAndEncrypted());
  }

  IncomingMessage send(OutgoingMessage order, OrderSecurity security) throws IOException {
    return send(compose(order, security));
  }

  IncomingMessage send(byte[] request) throws IOException {
    return read(Wire.answer(world.endpoint(), request));
  }

  IncomingMessage read(byte[] answer) throws IOException {
    var reader =
        new MessageReader(
            Spool.temporary(), AlgorithmPolicy.standard(), ReadLimits.DEFAULT, identity.cipher());
    return reader.read(new ByteArrayInputStream(answer), Expectations.NONE);
  }

  /** The feedback codes of an answer, or the code of a fault. */
  static List<String> codes(IncomingMessage answer) {
    try (answer) {
      return answer.type() == MessageType.SOAP_FAULT
          ? List.of("fault " + answer.order().fault().code())
          : answer.order().feedback().codes();
    }
  }
}
