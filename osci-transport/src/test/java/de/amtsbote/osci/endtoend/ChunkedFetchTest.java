package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static de.amtsbote.osci.endtoend.Identities.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.Chunking;
import de.amtsbote.osci.client.ClientIdentity;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.wire.IncomingMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries that are fetched in chunks (partialFetchDelivery). */
class ChunkedFetchTest {

  private static final byte[] PLAN = Letters.octets(60_000);
  private static final Chunking CHUNKING = new Chunking(40_000, 8 << 10, 3, Duration.ZERO);

  private final World world = World.strict();
  private final Flaky line = new Flaky(world.wire);
  private final Peer bob = new Peer(world, BOB);
  private MessageId id;

  @BeforeEach
  void sendLargeDelivery() throws IOException {
    var alice = world.client(ALICE);
    id = alice.messageId();
    alice.store(id, Letters.withAttachment(BOB, PLAN));
  }

  private boolean isReceived() {
    return world.store.card(id.value()).orElseThrow().receivedAt().isPresent();
  }

  private void fetch() throws IOException {
    try (var dialog = world.client(BOB, line, CHUNKING).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(id);
      assertThat(Letters.payload(delivery.open(), "plan")).isEqualTo(PLAN);
      assertThat(isReceived()).isFalse();
      delivery.confirm();
      assertThat(dialog.next()).isEmpty();
    }
  }

  @Test
  void largeDelivery_arrivesInChunks() throws Exception {
    fetch();

    assertThat(line.count()).isGreaterThan(10);
    assertThat(isReceived()).isTrue();
  }

  @Test
  void receivedDelivery_leavesNoSlicesBehind() throws Exception {
    fetch();

    assertThat(world.chunks.held("")).isZero();
  }

  @Test
  void smallDelivery_comesWhole() throws Exception {
    fetch();
    Letters.send(world.client(ALICE), BOB);
    int before = line.count();

    try (var dialog = world.client(BOB, line, CHUNKING).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(Letters.payload(delivery.open(), "payload")).isEqualTo(Letters.PAYLOAD);
      delivery.confirm();
    }
    assertThat(line.count() - before).isEqualTo(3);
  }

  @Test
  void intermediaryThatWantsOtherChunks_givesTheDeliveryWhole() throws Exception {
    var tooSmall = new Chunking(40_000, 1024, 3, Duration.ZERO);
    var peer = World.withChunks(World.CONTRADICTORY);
    var alice = peer.client(ALICE);
    alice.store(alice.messageId(), Letters.withAttachment(BOB, PLAN));

    try (var dialog = peer.client(BOB, peer.wire, tooSmall).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(Letters.payload(delivery.open(), "plan")).isEqualTo(PLAN);
      delivery.confirm();
    }
  }

  @Test
  void brokenConnection_goesOnInANewDialog() throws Exception {
    line.losingAnswer(4).losingRequest(7);

    fetch();

    assertThat(isReceived()).isTrue();
  }

  @Test
  void deliveryThatIsNotConfirmed_staysUnread() throws Exception {
    try (var dialog = world.client(BOB, line, CHUNKING).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      delivery.open();
    }

    assertThat(isReceived()).isFalse();
    fetch();
  }

  @Test
  void emptyMailbox_hasNothingInChunksEither() throws Exception {
    try (var dialog = world.client(CAROL, line, CHUNKING).openDialog()) {
      assertThat(dialog.next()).isEmpty();
    }
  }

  private IncomingMessage ask(ClientIdentity who, Long number, Long size) throws IOException {
    var peer = who.equals(BOB) ? bob : new Peer(world, who);
    var chunk = new ChunkInformation(number, size, null, null, List.of());
    return peer.send(
        peer.order(MessageType.PARTIAL_FETCH_DELIVERY, peer.openDialog())
            .certificates(peer.signatureCertificate())
            .order(Order.builder().selection(SelectionRule.byId(id)).chunk(chunk).build())
            .build());
  }

  @Test
  void deliveryOfAnotherMailbox_isNotGiven() throws Exception {
    assertThat(Peer.codes(ask(CAROL, 1L, 8L))).containsExactly("9803");
  }

  @Test
  void firstSlice_saysHowManyThereAre() throws Exception {
    try (var answer = ask(BOB, 1L, 8L)) {
      var chunk = answer.order().chunk();
      assertThat(chunk.number()).isEqualTo(1);
      assertThat(chunk.total()).isEqualTo((chunk.totalSize() + 7) / 8);
      assertThat(answer.content().parts().get(0).octets().length()).isEqualTo(8192);
    }
  }

  @Test
  void numberBeyondTheLastSlice_isAnsweredWith9901() throws Exception {
    assertThat(Peer.codes(ask(BOB, 0L, 8L))).containsExactly("9901");
    assertThat(Peer.codes(ask(BOB, 1000L, 8L))).containsExactly("9901");
  }

  @Test
  void sliceTooBig_isAnsweredWith9902() throws Exception {
    assertThat(Peer.codes(ask(BOB, 1L, 20L))).containsExactly("9902");
  }

  @Test
  void sliceTooSmall_isAnsweredWith9903() throws Exception {
    assertThat(Peer.codes(ask(BOB, 1L, 0L))).containsExactly("9903");
  }

  @Test
  void questionWithoutSize_isAnsweredWith9905() throws Exception {
    assertThat(Peer.codes(ask(BOB, 1L, null))).containsExactly("9905");
  }
}
