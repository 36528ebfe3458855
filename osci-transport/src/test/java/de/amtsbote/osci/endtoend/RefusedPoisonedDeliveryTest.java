package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A delivery that is right as it comes and could never be handed out: the mailbox of its addressee
 * would be blocked by it.
 */
class RefusedPoisonedDeliveryTest {

  private final World world = World.open();
  private final Peer alice = new Peer(world, ALICE);

  /** Whatever was tried before, letters still arrive. */
  @AfterEach
  void nextLetter_isFetched() throws IOException {
    var id = Letters.send(world.client(ALICE), BOB);
    try (var dialog = world.client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(id);
    }
  }

  private RoleCertificates certificates() {
    return alice
        .certificates()
        .with(RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, BOB.cipher().get(0).certificate()));
  }

  private OutgoingMessage.Builder letter(MessageId id) {
    return alice
        .order(MessageType.STORE_DELIVERY, ControlBlock.implicit(Peer.CHALLENGE))
        .order(Order.builder().messageId(id).build())
        .certificates(certificates())
        .content(
            ContentPackage.of(
                ContentContainer.builder("container0").data("content0", Letters.PAYLOAD).build()));
  }

  private void assertNotTaken(OutgoingMessage letter, UnaryOperator<String> change)
      throws IOException {
    var text = new String(alice.compose(letter, OrderSecurity.NONE), StandardCharsets.UTF_8);
    var octets = change.apply(text).getBytes(StandardCharsets.UTF_8);

    assertThat(Peer.codes(alice.send(octets))).containsExactly("fault 9100");
  }

  @Test
  void containerNamedLikeTheBlockOfTheAnswer_isNotTaken() throws Exception {
    var id = world.client(ALICE).messageId();

    assertNotTaken(
        letter(id).build(), t -> t.replace("\"container0\"", "\"responsetofetchdelivery\""));
  }

  @Test
  void certificateNamedLikeThatOfTheIntermediary_isNotTaken() throws Exception {
    var id = world.client(ALICE).messageId();
    var own =
        RoleCertificate.of(Role.ORIGINATOR, Usage.CIPHER, ALICE.cipher().get(0).certificate());
    var other =
        RoleCertificate.of(
            Role.INTERMEDIARY, Usage.SIGNATURE, INTERMEDIARY.signature().certificate());

    assertNotTaken(letter(id).build(), t -> t.replace(own.id(), other.id()));
  }

  @Test
  void moreHeaderThanTheAnswerCouldCarry_isNotTaken() throws Exception {
    var id = world.client(ALICE).messageId();
    var text = "x".repeat(5 << 20);
    var block = "<a:b xmlns:a=\"urn:a\" Id=\"a\"><a:c>" + text + "</a:c></a:b>";

    assertNotTaken(
        letter(id)
            .headers(
                List.of(new HeaderBlock("a", "urn:a", "b", block.getBytes(StandardCharsets.UTF_8))))
            .build(),
        t -> t);
  }

  @Test
  void honestLetterOfThatForm_isTaken() throws Exception {
    var id = world.client(ALICE).messageId();

    assertThat(Peer.codes(alice.send(letter(id).build(), OrderSecurity.NONE)))
        .containsExactly("0800");
    try (var dialog = world.client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(id);
      delivery.confirm();
    }
  }
}
