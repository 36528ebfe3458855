package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.CA;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.testpki.TestPki;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class RefusedClientCertificateTest {

  private static List<String> messageIdFor(World world, ClientIdentity client) throws Exception {
    var peer = new Peer(world, client);
    var order =
        peer.order(MessageType.GET_MESSAGE_ID, ControlBlock.implicit(Peer.CHALLENGE)).build();
    return Peer.codes(peer.send(order));
  }

  @Test
  void clientOfAnUnknownCa_isFault9501() throws Exception {
    var stranger = Identities.of(TestPki.root("Foreign CA"), "Mallory");

    assertThat(messageIdFor(World.strict(), stranger)).containsExactly("fault 9501");
  }

  @Test
  void revokedCipherCertificate_isFault9502() throws Exception {
    var world = World.withRevoked(ALICE.cipher().get(0).certificate());

    assertThat(messageIdFor(world, ALICE)).containsExactly("fault 9502");
  }

  @Test
  void revokedSignatureCertificate_isAnsweredWith9701() throws Exception {
    var world = World.withRevoked(ALICE.signature().certificate());

    assertThat(messageIdFor(world, ALICE)).containsExactly("9701");
  }

  @Test
  void signatureCertificateOfAnUnknownCa_isAnsweredWith9700() throws Exception {
    var foreign = Identities.keys(TestPki.root("Foreign CA").signer("Mallory"));
    var half = new ClientIdentity(ALICE.cipher(), foreign);

    assertThat(messageIdFor(World.strict(), half)).containsExactly("9700");
  }

  @Test
  void expiredCertificates_areServedWithWarnings() throws Exception {
    var cipher =
        CA.identity(
            CA.spec("Old cipher")
                .usage(KeyUsage.keyEncipherment)
                .valid("2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z"));
    var signer =
        CA.identity(
            CA.spec("Old signer")
                .usage(KeyUsage.digitalSignature)
                .valid("2020-01-01T00:00:00Z", "2026-01-01T00:00:00Z"));
    var old = ClientIdentity.of(Identities.keys(cipher), Identities.keys(signer));

    assertThat(messageIdFor(World.strict(), old)).containsExactly("0800", "3500", "3700");
  }
}
