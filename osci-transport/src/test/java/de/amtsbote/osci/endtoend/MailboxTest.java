package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.CAROL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.model.SelectionRule;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private final World world = World.strict();
  private final OsciClient alice = world.client(ALICE);
  private final OsciClient bob = world.client(BOB);

  @Test
  void everyAddressee_hasAMailboxOfHisOwn() throws Exception {
    var forBob = Letters.send(alice, BOB);
    var forCarol = Letters.send(alice, CAROL);

    assertThat(fetchedBy(bob)).isEqualTo(forBob.value());
    assertThat(fetchedBy(world.client(CAROL))).isEqualTo(forCarol.value());
  }

  private static String fetchedBy(OsciClient client) throws Exception {
    try (var dialog = client.openDialog();
        var delivery = dialog.next().orElseThrow()) {
      delivery.confirm();
      return delivery.messageId().value();
    }
  }

  @Test
  void secondReader_opensTheContentOfAnotherMailbox() throws Exception {
    var id = alice.messageId();
    var letter = Letters.to(BOB).alsoFor(CAROL.cipher().get(0).certificate());
    assertThat(alice.store(id, letter)).isInstanceOf(SendOutcome.Accepted.class);

    try (var dialog = bob.openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(Letters.payload(delivery.open(), "payload")).isEqualTo(Letters.PAYLOAD);
      delivery.confirm();
    }
  }

  @Test
  void unconfirmedDelivery_staysUnread() throws Exception {
    var id = Letters.send(alice, BOB);

    try (var dialog = bob.openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(id);
    }

    assertThat(fetchedBy(bob)).isEqualTo(id.value());
  }

  @Test
  void unconfirmedDelivery_keepsTheDialogFromSendingOn() throws Exception {
    Letters.send(alice, BOB);

    try (var dialog = bob.openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThatThrownBy(dialog::next).isInstanceOf(IllegalStateException.class);
      assertThat(delivery.processCard().card().reception()).isNull();
    }
  }

  @Test
  void receivedDelivery_canBeReadAgainByItsId() throws Exception {
    var id = Letters.send(alice, BOB);
    fetchedBy(bob);

    try (var dialog = bob.openDialog();
        var again = dialog.fetch(SelectionRule.byId(id)).orElseThrow()) {
      assertThat(again.processCard().card().reception()).isNotNull();
      again.confirm();
      assertThat(dialog.next()).isEmpty();
    }
  }

  @Test
  void selectionByReception_skipsOlderDeliveries() throws Exception {
    Letters.send(alice, BOB);
    world.clock.advance(Duration.ofMinutes(1));
    var later = Letters.send(alice, BOB);
    var rule = SelectionRule.receivedSince(world.clock.instant().atOffset(ZoneOffset.UTC));

    try (var dialog = bob.openDialog();
        var delivery = dialog.fetch(rule).orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(later);
      delivery.confirm();
    }
  }
}
