package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.ChunkNames;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.OrderSecurity;
import de.amtsbote.osci.wire.OutgoingMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order of chunked transfer is answered in the name space that its peer knows. */
class OlderChunkNamesTest {

  private final World world = World.strict();
  private final Peer alice = new Peer(world, ALICE);
  private final Peer bob = new Peer(world, BOB);

  private OutgoingMessage question(MessageId id, ChunkNames names) {
    return alice
        .order(MessageType.PARTIAL_STORE_DELIVERY, ControlBlock.implicit(Peer.CHALLENGE))
        .order(Order.builder().messageId(id.partial()).infoOnly(true).build())
        .chunkNames(names)
        .build();
  }

  @ParameterizedTest
  @EnumSource
  void questionForChunks_isAnsweredInItsNameSpace(ChunkNames names) throws IOException {
    var id = world.client(ALICE).messageId();

    try (var answer = alice.send(question(id, names))) {
      assertThat(answer.order().feedback().codes()).containsExactly("0800");
      assertThat(answer.chunkNames()).isEqualTo(names);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusedChunk_isAnsweredInItsNameSpace(ChunkNames names) throws IOException {
    var order =
        alice
            .order(MessageType.PARTIAL_STORE_DELIVERY, ControlBlock.implicit(Peer.CHALLENGE))
            .order(Order.builder().messageId(new MessageId("m").partial()).build())
            .chunkNames(names)
            .build();

    try (var answer = alice.send(order)) {
      assertThat(answer.order().feedback().codes()).containsExactly("9905");
      assertThat(answer.chunkNames()).isEqualTo(names);
    }
  }

  @ParameterizedTest
  @EnumSource
  void unsignedOrder_isRefusedInItsNameSpace(ChunkNames names) throws IOException {
    var signed = alice.signedAndEncrypted();

    try (var answer =
        alice.send(
            question(new MessageId("m"), names), new OrderSecurity(null, signed.recipient()))) {
      assertThat(answer.order().feedback().codes()).containsExactly("9600");
      assertThat(answer.chunkNames()).isEqualTo(names);
    }
  }

  @ParameterizedTest
  @EnumSource
  void slice_isGivenInTheNameSpaceOfItsOrder(ChunkNames names) throws IOException {
    var client = world.client(ALICE);
    var id = client.messageId();
    client.store(id, Letters.withAttachment(BOB, Letters.octets(60_000)));

    try (var answer = slice(id, names)) {
      assertThat(answer.order().chunk().number()).isEqualTo(1);
      assertThat(answer.chunkNames()).isEqualTo(names);
    }
  }

  private IncomingMessage slice(MessageId id, ChunkNames names) throws IOException {
    var chunk = new ChunkInformation(1L, 8L, null, null, List.of());
    return bob.send(
        bob.order(MessageType.PARTIAL_FETCH_DELIVERY, bob.openDialog())
            .certificates(bob.signatureCertificate())
            .order(Order.builder().selection(SelectionRule.byId(id)).chunk(chunk).build())
            .chunkNames(names)
            .build());
  }

  @Test
  void olderOrder_containsNothingOfTheNewerNameSpace() throws IOException {
    var octets = alice.compose(question(new MessageId("m"), ChunkNames.OSCI), OrderSecurity.NONE);

    assertThat(new String(octets, StandardCharsets.UTF_8))
        .contains("<osci:partialStoreDelivery", "<osci:InfoOnly>", "<osci:FeatureDescription")
        .doesNotContain("osci2017", "xoev.de/transport");
  }
}
