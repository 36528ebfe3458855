package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Inspection.MathResult;
import de.amtsbote.osci.model.Inspection.OfflineResult;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.QualityOfTimestamp;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.model.SelectionRule.CardRole;
import de.amtsbote.osci.model.SelectionRule.Filter;
import de.amtsbote.osci.model.Timestamp;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessCardTest {

  private final World world = World.strict();
  private final OsciClient alice = world.client(ALICE);

  @Test
  void card_isKnownToOriginatorAndAddresseeOnly() throws Exception {
    var id = Letters.send(alice, BOB);

    assertThat(alice.processCard(id)).isPresent();
    assertThat(world.client(BOB).processCard(id)).isPresent();
    assertThat(world.client(CAROL).processCard(id)).isEmpty();
  }

  @Test
  void unknownId_hasNoCard() throws Exception {
    assertThat(alice.processCard(new MessageId("never-issued"))).isEmpty();
  }

  @Test
  void inspections_tellTheResultOfTheCertificateChecks() throws Exception {
    var id = Letters.send(alice, BOB);

    var inspections = alice.processCard(id).orElseThrow().inspections();

    assertThat(inspections)
        .allSatisfy(
            inspection -> {
              assertThat(inspection.math()).isEqualTo(MathResult.OK);
              assertThat(inspection.offline()).isEqualTo(OfflineResult.VALID);
              assertThat(inspection.online().revoked()).isFalse();
            });
    assertThat(inspections)
        .extracting(inspection -> inspection.serial())
        .contains(
            ALICE.signature().certificate().getSerialNumber(),
            BOB.cipher().get(0).certificate().getSerialNumber());
  }

  @Test
  void orderThatAsksForCryptographicTimes_isExecutedWithPlainOnes() throws Exception {
    var peer = new Peer(world, ALICE);
    var addressee =
        RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, BOB.cipher().get(0).certificate());
    var order =
        peer.order(MessageType.STORE_DELIVERY, ControlBlock.implicit(Peer.CHALLENGE))
            .order(Order.builder().messageId(alice.messageId()).build())
            .certificates(peer.certificates().with(addressee))
            .qualities(
                List.of(
                    new QualityOfTimestamp(QualityOfTimestamp.Service.CREATION, true),
                    new QualityOfTimestamp(QualityOfTimestamp.Service.RECEPTION, true)))
            .build();

    try (var answer = peer.send(order)) {
      assertThat(answer.order().feedback().codes()).containsExactly("0800");
      assertThat(answer.order().processCard().orElseThrow().card().creation())
          .isInstanceOf(Timestamp.Plain.class);
    }
  }

  @Test
  void moreCardsThanWanted_areAnnounced() throws Exception {
    var first = Letters.send(alice, BOB);
    Letters.send(alice, BOB);
    Letters.send(alice, BOB);

    try (var dialog = alice.openDialog()) {
      var cards = dialog.processCards(null, 2);
      assertThat(cards.cards()).hasSize(2);
      assertThat(cards.more()).isTrue();
      assertThat(dialog.processCards(SelectionRule.byId(first), 2).more()).isFalse();
    }
  }

  @Test
  void cardsChangedSince_areFoundByRoleAndReception() throws Exception {
    Letters.send(alice, BOB);
    world.clock.advance(Duration.ofMinutes(5));
    var late = Letters.send(alice, BOB);
    var from = world.clock.instant().atOffset(ZoneOffset.UTC);

    try (var dialog = alice.openDialog()) {
      assertThat(ids(dialog.processCards(SelectionRule.modifiedSince(from), 9).cards()))
          .containsExactly(late);
      var asAddressee =
          new SelectionRule.ByModification(from, new Filter(CardRole.ADDRESSEE, null));
      assertThat(dialog.processCards(asAddressee, 9).cards()).isEmpty();
      var waiting = new SelectionRule.ByReception(from, new Filter(CardRole.ORIGINATOR, true));
      assertThat(ids(dialog.processCards(waiting, 9).cards())).containsExactly(late);
    }
  }

  private static List<MessageId> ids(List<ProcessCardBundle> cards) {
    return cards.stream().map(card -> card.messageId()).toList();
  }
}
