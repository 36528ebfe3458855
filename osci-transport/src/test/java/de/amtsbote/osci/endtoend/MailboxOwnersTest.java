package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.mailbox.MailboxOwners;
import de.amtsbote.osci.model.RoleCertificate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An owner whose certificate was renewed. */
class MailboxOwnersTest {

  private static final ClientIdentity RENEWED_BOB =
      Identities.of(Identities.CA, "Bob with a new certificate");

  private final World world =
      World.with(MailboxOwners.of(List.of(Set.of(mailbox(BOB), mailbox(RENEWED_BOB)))));

  private static String mailbox(ClientIdentity identity) {
    return RoleCertificate.fingerprint(identity.cipher().get(0).certificate());
  }

  @Test
  void newCertificate_opensTheOldMailbox() throws Exception {
    var old = Letters.send(world.client(ALICE), BOB);
    var young = Letters.send(world.client(ALICE), RENEWED_BOB);

    try (var dialog = world.client(RENEWED_BOB).openDialog()) {
      for (var expected : List.of(old, young)) {
        try (var delivery = dialog.next().orElseThrow()) {
          assertThat(delivery.messageId()).isEqualTo(expected);
          delivery.confirm();
        }
      }
      assertThat(dialog.next()).isEmpty();
    }
  }

  @Test
  void oldContent_isOpenedWithTheOldKey() throws Exception {
    Letters.send(world.client(ALICE), BOB);
    var both =
        new ClientIdentity(
            List.of(RENEWED_BOB.cipher().get(0), BOB.cipher().get(0)), RENEWED_BOB.signature());

    try (var dialog = world.client(both).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(Letters.payload(delivery.open(), "payload")).isEqualTo(Letters.PAYLOAD);
      delivery.confirm();
    }
  }

  @Test
  void processCardsOfBothCertificates_areShownToTheirOwner() throws Exception {
    var sent = Letters.send(world.client(BOB), ALICE);

    assertThat(world.client(RENEWED_BOB).processCard(sent)).isPresent();
    assertThat(world.client(CAROL).processCard(sent)).isEmpty();
  }

  @Test
  void mailboxOfSomebodyElse_staysClosed() throws Exception {
    Letters.send(world.client(ALICE), BOB);

    try (var dialog = world.client(CAROL).openDialog()) {
      assertThat(dialog.next()).isEmpty();
    }
  }
}
