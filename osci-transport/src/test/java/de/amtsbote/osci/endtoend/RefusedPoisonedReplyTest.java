package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.Answer;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.endpoint.OsciService;
import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.model.HeaderBlock;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.recipient.PassiveRecipient;
import de.amtsbote.osci.recipient.PushedDelivery;
import de.amtsbote.osci.recipient.RecipientService;
import de.amtsbote.osci.recipient.Reply;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageHead;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The answer of a recipient that the one who asked could never be given. */
class RefusedPoisonedReplyTest {

  private static final URI BOBS = URI.create("http://bob.test/osci");

  /** What the recipient writes besides. */
  private HeaderBlock block;

  private final World world = World.withRecipient(BOBS, endpoint());
  private final Peer alice = new Peer(world, ALICE);

  private OsciEndpoint endpoint() {
    var spool = Spool.temporary();
    return new OsciEndpoint(
        new MessageReader(spool, AlgorithmPolicy.standard(), ReadLimits.DEFAULT, BOB.cipher()),
        new MessageComposer(spool, AlgorithmPolicy.standard()),
        new Talkative());
  }

  private static PassiveRecipient honest() {
    return new PassiveRecipient(
        BOB.cipher(),
        BOB.signature(),
        Set.of(INTERMEDIARY.signature().certificate()),
        new RecipientService() {
          @Override
          public boolean accept(PushedDelivery delivery) {
            return true;
          }

          @Override
          public Reply process(PushedDelivery delivery) {
            var container =
                ContentContainer.builder("reply").data("payload", Letters.PAYLOAD).build();
            return new Reply("Antwort", List.of(), List.of(container), List.of(), () -> {});
          }
        });
  }

  private final class Talkative implements OsciService {

    private final PassiveRecipient honest = honest();

    @Override
    public Answer execute(IncomingMessage order) throws IOException {
      var answer = honest.execute(order);
      var m = answer.message();
      return new Answer(
          new OutgoingMessage(
              m.type(),
              m.control(),
              m.order(),
              m.certificates(),
              m.languages(),
              m.qualities(),
              m.features(),
              List.of(block),
              m.content()),
          answer.security(),
          answer::close);
    }

    @Override
    public Answer refuse(MessageHead order, OsciError error) throws IOException {
      return honest.refuse(order, error);
    }
  }

  private static HeaderBlock block(String id, int size) {
    var xml = "<a:b xmlns:a=\"urn:a\" Id=\"" + id + "\">" + "x".repeat(size) + "</a:b>";
    return new HeaderBlock(id, "urn:a", "b", xml.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> asked() throws IOException {
    var addressee =
        RoleCertificate.of(Role.ADDRESSEE, Usage.CIPHER, BOB.cipher().get(0).certificate());
    var question =
        alice
            .order(MessageType.MEDIATE_DELIVERY, alice.openDialog())
            .order(
                Order.builder()
                    .contentReceiver(BOBS.toString())
                    .messageId(world.client(ALICE).messageId())
                    .build())
            .certificates(alice.certificates().with(addressee))
            .content(
                ContentPackage.of(
                    ContentContainer.builder("question").data("q", Letters.PAYLOAD).build()))
            .build();
    return Peer.codes(alice.send(question));
  }

  private void assertNothingWaits() throws IOException {
    try (var dialog = world.client(ALICE).openDialog()) {
      assertThat(dialog.next()).isEmpty();
    }
  }

  @Test
  void blockNamedLikeThatOfTheNextAnswer_isAnsweredWith9807() throws IOException {
    block = block("responsetomediatedelivery", 10);

    assertThat(asked()).containsExactly("9807");
    assertNothingWaits();
  }

  @Test
  void moreHeaderThanTheNextAnswerCouldCarry_isAnsweredWith9808() throws IOException {
    block = block("a", 5 << 20);

    assertThat(asked()).containsExactly("9808");
    assertNothingWaits();
  }

  @Test
  void usualBlock_isPassedOn() throws IOException {
    block = block("a", 10);

    assertThat(asked()).containsExactly("0801");
  }
}
