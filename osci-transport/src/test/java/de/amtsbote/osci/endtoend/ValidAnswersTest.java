package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.INTERMEDIARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.amtsbote.osci.client.Chunking;
import de.amtsbote.osci.client.FeedbackException;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.endpoint.Answer;
import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.endpoint.OsciService;
import de.amtsbote.osci.error.OsciError;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Schemas;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageHead;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Every answer of the intermediary, good or bad, is valid by the published schemas. */
class ValidAnswersTest {

  private static final Chunking CHUNKING = new Chunking(40_000, 8 << 10, 3, Duration.ZERO);

  private final World world = World.strict();
  private final Set<MessageType> seen = EnumSet.noneOf(MessageType.class);
  private final List<String> invalid = new ArrayList<>();
  private final Wire wire = new Wire(Map.of(World.ADDRESS, checkedEndpoint()));
  private final Peer alice = new Peer(world, ALICE);

  @BeforeEach
  void needsSchemas() {
    assumeTrue(Files.isDirectory(Shared.schemas()), "shared schemas are absent");
  }

  private OsciEndpoint checkedEndpoint() {
    var checked =
        new OsciService() {
          @Override
          public Answer execute(IncomingMessage order) throws IOException {
            return check(world.intermediary.execute(order));
          }

          @Override
          public Answer refuse(MessageHead order, OsciError error) throws IOException {
            return check(world.intermediary.refuse(order, error));
          }
        };
    return new OsciEndpoint(
        new MessageReader(
            Spool.temporary(),
            AlgorithmPolicy.standard(),
            ReadLimits.DEFAULT,
            INTERMEDIARY.cipher()),
        new MessageComposer(Spool.temporary(), AlgorithmPolicy.standard()),
        checked);
  }

  private Answer check(Answer answer) throws IOException {
    var type = answer.message().type();
    seen.add(type);
    var plain = new OrderSecurity(answer.security().signer(), null);
    var octets = new ByteArrayOutputStream();
    try (var composed =
        new MessageComposer(Spool.temporary(), AlgorithmPolicy.standard())
            .compose(answer.message(), plain)) {
      composed.writeTo(octets);
    }
    var text = octets.toString(StandardCharsets.UTF_8);
    var envelope =
        text.substring(
            text.indexOf("<soap:Envelope"),
            text.indexOf("</soap:Envelope>") + "</soap:Envelope>".length());
    try {
      Schemas.validate(type.schemaFile(), envelope.getBytes(StandardCharsets.UTF_8));
    } catch (SAXException e) {
      invalid.add(type + ": " + e.getMessage());
    }
    return answer;
  }

  @Test
  void everyAnswer_isValid() throws Exception {
    var client = world.client(ALICE, wire, CHUNKING);
    client.store(client.messageId(), Letters.to(BOB));
    client.store(client.messageId(), Letters.withAttachment(BOB, Letters.octets(60_000)));
    client.forward(client.messageId(), URI.create("http://nowhere.test/"), Letters.to(BOB));
    try (var dialog = world.client(BOB, wire).openDialog();
        var whole = dialog.next().orElseThrow()) {
      whole.confirm();
    }
    try (var dialog = world.client(BOB, wire, CHUNKING).openDialog();
        var chunked = dialog.next().orElseThrow()) {
      chunked.confirm();
      dialog.processCards(
          SelectionRule.modifiedSince(OffsetDateTime.parse("2026-01-01T00:00:00Z")), 1);
    }
    try (var dialog = client.openDialog()) {
      assertThatThrownBy(
              () -> dialog.mediate(null, URI.create("http://nowhere.test/"), Letters.to(BOB)))
          .isInstanceOf(FeedbackException.class);
    }

    assertThat(invalid).isEmpty();
    assertThat(seen)
        .containsExactlyInAnyOrder(
            MessageType.RESPONSE_TO_INIT_DIALOG,
            MessageType.RESPONSE_TO_EXIT_DIALOG,
            MessageType.RESPONSE_TO_GET_MESSAGE_ID,
            MessageType.RESPONSE_TO_STORE_DELIVERY,
            MessageType.RESPONSE_TO_FETCH_DELIVERY,
            MessageType.RESPONSE_TO_FETCH_PROCESS_CARD,
            MessageType.RESPONSE_TO_FORWARD_DELIVERY,
            MessageType.RESPONSE_TO_MEDIATE_DELIVERY,
            MessageType.RESPONSE_TO_PARTIAL_STORE_DELIVERY,
            MessageType.RESPONSE_TO_PARTIAL_FETCH_DELIVERY);
  }

  @Test
  void everyRefusal_isValid() throws Exception {
    var client = world.client(ALICE, wire, CHUNKING);
    client.store(new MessageId("never-issued"), Letters.to(BOB));
    client.store(
        new MessageId("never-issued"), Letters.withAttachment(BOB, Letters.octets(60_000)));
    client.processCard(new MessageId("never-issued"));
    try (var dialog = world.client(BOB, wire, CHUNKING).openDialog()) {
      assertThat(dialog.next()).isEmpty();
    }
    try (var dialog = world.client(BOB, wire).openDialog()) {
      assertThat(dialog.next()).isEmpty();
    }
    for (var type :
        List.of(
            MessageType.FETCH_DELIVERY, MessageType.FETCH_PROCESS_CARD, MessageType.EXIT_DIALOG)) {
      var order =
          alice
              .order(type, ControlBlock.implicit(Peer.CHALLENGE))
              .certificates(alice.certificates())
              .build();
      Wire.answer(checkedEndpoint(), alice.compose(order, alice.signedAndEncrypted()));
    }

    assertThat(invalid).isEmpty();
  }
}
