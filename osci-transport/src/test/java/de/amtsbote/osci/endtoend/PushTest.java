package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.EncryptedContainer;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.recipient.NotAcceptedException;
import de.amtsbote.osci.recipient.PassiveRecipient;
import de.amtsbote.osci.recipient.PushedDelivery;
import de.amtsbote.osci.recipient.RecipientService;
import de.amtsbote.osci.recipient.Reply;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PushTest {

  private static final URI BOBS = URI.create("http://bob.test/osci");

  private final List<byte[]> taken = new ArrayList<>();
  private boolean accepting = true;
  private boolean refusing;
  private final AtomicInteger released = new AtomicInteger();
  private final World world =
      World.withRecipient(
          BOBS,
          recipient().endpoint(AlgorithmPolicy.standard(), ReadLimits.DEFAULT, Spool.temporary()));
  private final Peer alice = new Peer(world, ALICE);

  private PassiveRecipient recipient() {
    var service =
        new RecipientService() {
          @Override
          public boolean accept(PushedDelivery delivery) throws IOException {
            taken.add(Letters.payload(delivery.open(), "payload"));
            return accepting;
          }

          @Override
          public Reply process(PushedDelivery delivery) throws IOException {
            if (refusing) {
              throw new NotAcceptedException("not here", null);
            }
            var container =
                ContentContainer.builder("reply")
                    .data("payload", Letters.payload(delivery.open(), "payload"))
                    .build();
            return accepting
                ? new Reply(
                    "Antwort", List.of(), List.of(container), List.of(), released::incrementAndGet)
                : null;
          }
        };
    return new PassiveRecipient(
        BOB.cipher(), BOB.signature(), Set.of(INTERMEDIARY.signature().certificate()), service);
  }

  private OutgoingMessage push(MessageType type, ControlBlock control, URI to, MessageId id) {
    var addressee =
        RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, BOB.cipher().get(0).certificate());
    var container =
        ContentContainer.builder("container0")
            .data("payload", Letters.PAYLOAD)
            .signer(ContentSigner.originator(ALICE.signature()))
            .build();
    var content = ContentPackage.of(new EncryptedContainer("enc0", container, List.of(addressee)));
    return alice
        .order(type, control)
        .order(
            Order.builder()
                .contentReceiver(to.toString())
                .messageId(id)
                .subject(id == null ? null : "Eilt")
                .build())
        .certificates(alice.certificates().with(addressee))
        .content(content)
        .build();
  }

  private MessageId issued() throws IOException {
    return world.client(ALICE).messageId();
  }

  @Test
  void forwardedDelivery_isAcceptedAndReceived() throws Exception {
    var id = issued();
    var order = push(MessageType.FORWARD_DELIVERY, ControlBlock.implicit(Peer.CHALLENGE), BOBS, id);

    try (var answer = alice.send(order)) {
      assertThat(answer.order().feedback().codes()).containsExactly("0800");
      var card = answer.order().processCard().orElseThrow().card();
      assertThat(card.creation()).isNotNull();
      assertThat(card.forwarding()).isNotNull();
      assertThat(card.reception()).isNotNull();
    }
    assertThat(taken).containsExactly(Letters.PAYLOAD);
  }

  @Test
  void deliveryThatTheRecipientDoesNotAccept_isAnsweredWith9805() throws Exception {
    accepting = false;
    var id = issued();
    var order = push(MessageType.FORWARD_DELIVERY, ControlBlock.implicit(Peer.CHALLENGE), BOBS, id);

    assertThat(Peer.codes(alice.send(order))).containsExactly("9805");
    assertThat(world.store.card(id.value()).orElseThrow().receivedAt()).isEmpty();
  }

  @Test
  void unreachableRecipient_isAnsweredWith9809AndTheIdStaysUnused() throws Exception {
    var id = issued();
    var nowhere = URI.create("http://nowhere.test/osci");
    var control = ControlBlock.implicit(Peer.CHALLENGE);

    assertThat(Peer.codes(alice.send(push(MessageType.FORWARD_DELIVERY, control, nowhere, id))))
        .containsExactly("9809");
    assertThat(Peer.codes(alice.send(push(MessageType.FORWARD_DELIVERY, control, BOBS, id))))
        .containsExactly("0800");
  }

  @Test
  void forwardedDelivery_cannotBeFetchedFromTheMailbox() throws Exception {
    alice
        .send(
            push(
                MessageType.FORWARD_DELIVERY,
                ControlBlock.implicit(Peer.CHALLENGE),
                BOBS,
                issued()))
        .close();

    try (var dialog = world.client(BOB).openDialog()) {
      assertThat(dialog.next()).isEmpty();
    }
  }

  @Test
  void mediatedDelivery_bringsTheAnswerAndBothCards() throws Exception {
    var order = push(MessageType.MEDIATE_DELIVERY, alice.openDialog(), BOBS, issued());

    try (var answer = alice.send(order)) {
      assertThat(answer.order().feedback().codes()).containsExactly("0801");
      assertThat(Letters.payload(answer.open(ALICE.cipher()), "payload"))
          .isEqualTo(Letters.PAYLOAD);
      assertThat(answer.order().processCard().orElseThrow().card().reception()).isNotNull();
      assertThat(answer.order().replyProcessCard().card().forwarding()).isNotNull();
      assertThat(answer.order().replyProcessCard().card().reception()).isNull();
    }
  }

  @Test
  void mediatedAnswer_isReceivedWithTheNextOrder() throws Exception {
    var order = push(MessageType.MEDIATE_DELIVERY, alice.openDialog(), BOBS, issued());
    MessageId reply;
    ControlBlock next;
    try (var answer = alice.send(order)) {
      reply = answer.order().replyProcessCard().messageId();
      next = Peer.after(answer);
    }

    var exit =
        alice
            .order(MessageType.EXIT_DIALOG, next)
            .certificates(alice.signatureCertificate())
            .build();

    assertThat(Peer.codes(alice.send(exit))).containsExactly("0800");
    assertThat(world.store.card(reply.value()).orElseThrow().receivedAt()).isPresent();
  }

  @Test
  void mediationWithoutMessageId_hasNoCards() throws Exception {
    var order = push(MessageType.MEDIATE_DELIVERY, alice.openDialog(), BOBS, null);

    try (var answer = alice.send(order)) {
      assertThat(answer.order().feedback().codes()).containsExactly("0801");
      assertThat(answer.order().processCards()).isEmpty();
      assertThat(answer.content().elements()).hasSize(1);
    }
  }

  @Test
  void recipientWithoutAnAnswer_isAnsweredWith9806AndHasReceivedIt() throws Exception {
    accepting = false;
    var id = issued();
    var order = push(MessageType.MEDIATE_DELIVERY, alice.openDialog(), BOBS, id);

    assertThat(Peer.codes(alice.send(order))).containsExactly("9806");
    assertThat(world.store.card(id.value()).orElseThrow().receivedAt()).isPresent();
  }

  @Test
  void questionThatTheRecipientRefuses_isAnsweredWith9805() throws Exception {
    refusing = true;
    var order = push(MessageType.MEDIATE_DELIVERY, alice.openDialog(), BOBS, issued());

    assertThat(Peer.codes(alice.send(order))).containsExactly("9805");
  }

  @Test
  void questionToARecipientThatAnswersNothing_isRefusedAndNotReceived() throws Exception {
    RecipientService takesOnly =
        delivery -> {
          throw new AssertionError("nothing to accept");
        };
    var recipient =
        new PassiveRecipient(
            BOB.cipher(),
            BOB.signature(),
            Set.of(INTERMEDIARY.signature().certificate()),
            takesOnly);
    var other =
        World.withRecipient(
            BOBS,
            recipient.endpoint(AlgorithmPolicy.standard(), ReadLimits.DEFAULT, Spool.temporary()));
    var sender = new Peer(other, ALICE);
    var id = other.client(ALICE).messageId();
    var order = push(MessageType.MEDIATE_DELIVERY, sender.openDialog(), BOBS, id);

    assertThat(Peer.codes(sender.send(order))).containsExactly("9805");
    assertThat(other.store.card(id.value()).orElseThrow().receivedAt()).isEmpty();
  }

  @Test
  void replyIsReleased_whenItWasSent() throws Exception {
    alice.send(push(MessageType.MEDIATE_DELIVERY, alice.openDialog(), BOBS, issued())).close();

    assertThat(released).hasValue(1);
  }
}
