package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.client.BrokenAnswerException;
import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.client.Supplier;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.error.Rule;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.Feedback;
import de.amtsbote.osci.model.FeedbackCode;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.model.RoleCertificates;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers that a client must not believe, whoever made them. */
class RefusedAnswerTest {

  private final World world = World.strict();
  private final X509Certificate forAlice = ALICE.cipher().get(0).certificate();

  private OsciClient aliceAnsweredWith(KeyOperations signer, X509Certificate recipient) {
    return world.client(ALICE, forged(signer, recipient, Peer.CHALLENGE));
  }

  /** An intermediary that answers getMessageId as it likes. */
  private OsciTransport forged(KeyOperations signer, X509Certificate recipient, String response) {
    var certificates =
        signer == null
            ? RoleCertificates.NONE
            : RoleCertificates.NONE.with(
                RoleCertificate.of(Role.INTERMEDIARY, Usage.SIGNATURE, signer.certificate()));
    var answer =
        OutgoingMessage.of(
                MessageType.RESPONSE_TO_GET_MESSAGE_ID,
                new ControlBlock("4711", 0L, response, null))
            .order(
                Order.builder()
                    .feedback(Feedback.of(FeedbackCode.EXECUTED_DIALOG_CLOSED))
                    .messageId(new MessageId("forged"))
                    .build())
            .certificates(certificates)
            .build();
    return (uri, message) -> {
      try {
        var octets = new Peer(world, ALICE).compose(answer, new OrderSecurity(signer, recipient));
        return new ByteArrayInputStream(octets);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    };
  }

  private static void assertRefused(OsciClient client, Rule rule) {
    assertThatThrownBy(client::messageId)
        .isInstanceOfSatisfying(OsciException.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  @Test
  void plainAnswerToAnEncryptedOrder_isRefused() {
    assertRefused(aliceAnsweredWith(INTERMEDIARY.signature(), null), Rule.TRANSPORT_NOT_ENCRYPTED);
  }

  @Test
  void unsignedAnswer_isRefused() {
    assertRefused(aliceAnsweredWith(null, forAlice), Rule.ORDER_UNSIGNED);
  }

  @Test
  void answerSignedBySomebodyElse_isRefused() {
    assertRefused(aliceAnsweredWith(BOB.signature(), forAlice), Rule.SUPPLIER_UNKNOWN);
  }

  @Test
  void answerToAnotherChallenge_isRefused() {
    assertRefused(aliceAnsweredWith(INTERMEDIARY.signature(), forAlice), Rule.DIALOG_DATA);
  }

  @Test
  void answerThatCannotBeTrusted_leavesTheOutcomeUnclear() {
    var outcome =
        aliceAnsweredWith(BOB.signature(), forAlice).store(new MessageId("m1"), Letters.to(BOB));

    assertThat(outcome).isInstanceOf(SendOutcome.Unclear.class);
  }

  @Test
  void brokenAnswerToFetch_endsTheDialogWithoutAnotherWord() throws Exception {
    var id = Letters.send(world.client(ALICE), BOB);
    var wire = new Breaking(world.wire);
    var dialog =
        new OsciClient(BOB, new Supplier(World.ADDRESS, supplierCipher(), signers()), wire)
            .openDialog();
    wire.breakAnswers();

    assertThatThrownBy(dialog::next)
        .isInstanceOfSatisfying(
            BrokenAnswerException.class,
            e -> {
              assertThat(e.rule()).isEqualTo(Rule.TRANSPORT_UNDECRYPTABLE);
              assertThat(octets(e)).isNotEmpty();
              e.close();
            });
    int sent = world.wire.requests().size();
    dialog.close();

    assertThat(world.wire.requests()).hasSize(sent);
    assertThat(world.store.card(id.value()).orElseThrow().receivedAt()).isEmpty();
  }

  private static byte[] octets(BrokenAnswerException e) {
    try (var in = e.openOctets()) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static X509Certificate supplierCipher() {
    return INTERMEDIARY.cipher().get(0).certificate();
  }

  private static Set<X509Certificate> signers() {
    return Set.of(INTERMEDIARY.signature().certificate());
  }
}
