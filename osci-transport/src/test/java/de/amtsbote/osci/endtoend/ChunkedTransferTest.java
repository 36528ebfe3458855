package de.amtsbote.osci.endtoend;

import static de.amtsbote.osci.endtoend.Identities.ALICE;
import static de.amtsbote.osci.endtoend.Identities.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.client.OsciClient;
import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.model.ChunkInformation;
import de.amtsbote.osci.model.ControlBlock;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.Order;
import de.amtsbote.osci.model.Role;
import de.amtsbote.osci.model.RoleCertificate;
import de.amtsbote.osci.model.RoleCertificate.Usage;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.wire.IncomingMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkedTransferTest {

  private static final int CHUNK = 8 << 10;

  private final World world = World.strict();
  private final Peer alice = new Peer(world, ALICE);

  /** A complete storeDelivery that never went out as a whole. */
  private byte[] storeOrder(MessageId id, byte[] attachment) throws IOException {
    var sent = new ArrayList<byte[]>();
    var client =
        new OsciClient(
            ALICE,
            World.supplier(World.ADDRESS),
            (uri, message) -> {
              try (var in = message.open()) {
                sent.add(in.readAllBytes());
              } catch (IOException e) {
                throw new AssertionError(e);
              }
              throw new TransportException(TransportException.Fate.NOT_SENT, "kept back");
            });
    client.store(id, Letters.withAttachment(BOB, attachment));
    return sent.get(0);
  }

  private static List<byte[]> chunks(byte[] message) {
    var chunks = new ArrayList<byte[]>();
    for (int at = 0; at < message.length; at += CHUNK) {
      chunks.add(Arrays.copyOfRange(message, at, Math.min(message.length, at + CHUNK)));
    }
    return chunks;
  }

  private IncomingMessage send(MessageId id, int number, int total, byte[] chunk)
      throws IOException {
    var container =
        ContentContainer.builder("ChunkContentContainer")
            .attachment("ChunkContent", "ChunkBlobStoreDelivery", ContentSource.of(chunk))
            .build();
    var information =
        new ChunkInformation((long) number, CHUNK / 1024L, (long) total, total * 8L, null);
    return alice.send(
        alice
            .order(MessageType.PARTIAL_STORE_DELIVERY, ControlBlock.implicit(Peer.CHALLENGE))
            .order(Order.builder().messageId(id.partial()).chunk(information).build())
            .certificates(
                alice
                    .certificates()
                    .with(
                        RoleCertificate.of(
                            Role.ADDRESSEE, Usage.CIPHER, BOB.cipher().get(0).certificate())))
            .content(ContentPackage.of(container))
            .build());
  }

  @Test
  void chunksInAnyOrder_becomeADelivery() throws Exception {
    var id = world.client(ALICE).messageId();
    var plan = Letters.octets(30_000);
    var chunks = chunks(storeOrder(id, plan));
    int total = chunks.size();
    for (int number = total; number > 1; number--) {
      assertThat(Peer.codes(send(id, number, total, chunks.get(number - 1))))
          .containsExactly("0800");
    }

    try (var answer = send(id, 1, total, chunks.get(0))) {
      assertThat(answer.order().feedback().codes()).containsExactly("0800", "3950");
      assertThat(answer.order().insideFeedback().codes()).containsExactly("0800");
      assertThat(answer.order().processCard().orElseThrow().messageId()).isEqualTo(id);
    }
    try (var dialog = world.client(BOB).openDialog();
        var delivery = dialog.next().orElseThrow()) {
      assertThat(Letters.payload(delivery.open(), "plan")).isEqualTo(plan);
      delivery.confirm();
    }
  }

  @Test
  void errorOfTheOrderInside_isAnsweredWith9950() throws Exception {
    var id = world.client(ALICE).messageId();
    var chunks = chunks(storeOrder(id, Letters.octets(100)));
    int total = chunks.size();
    for (int number = 1; number < total; number++) {
      send(id, number, total, chunks.get(number - 1)).close();
    }
    var last = chunks.get(total - 1);
    last[last.length - 300] ^= 1;

    try (var answer = send(id, total, total, last)) {
      assertThat(answer.order().feedback().codes()).containsExactly("9950");
      assertThat(answer.order().insideFeedback().codes()).containsExactly("9202");
    }
    assertThat(world.chunks.held("")).isZero();
  }

  @Test
  void idThatWasNotIssued_isAnsweredWith9801() throws Exception {
    assertThat(Peer.codes(send(new MessageId("never-issued"), 1, 3, new byte[CHUNK])))
        .containsExactly("9801");
  }

  @Test
  void chunksOfOneClient_haveALimitTogether() throws Exception {
    var client = world.client(ALICE);
    for (int message = 0; message < 2; message++) {
      var id = client.messageId();
      for (int number = 1; number <= 7; number++) {
        send(id, number, 20, new byte[20_000]).close();
      }
    }

    var third = client.messageId();
    assertThat(Peer.codes(send(third, 1, 2, new byte[20_000]))).containsExactly("0800");
    assertThat(Peer.codes(send(third, 2, 3, new byte[20_000]))).containsExactly("9811");
  }

  @Test
  void orderInsideForAnotherMessageId_isAnsweredWith9950() throws Exception {
    var id = world.client(ALICE).messageId();
    var chunks = chunks(storeOrder(new MessageId("other"), Letters.octets(100)));
    for (int number = 1; number < chunks.size(); number++) {
      send(id, number, chunks.size(), chunks.get(number - 1)).close();
    }

    assertThat(Peer.codes(send(id, chunks.size(), chunks.size(), chunks.get(chunks.size() - 1))))
        .containsExactly("9950");
  }

  @Test
  void chunkSentTwice_isAnsweredWith9900() throws Exception {
    var id = world.client(ALICE).messageId();
    send(id, 1, 3, new byte[CHUNK]).close();

    assertThat(Peer.codes(send(id, 1, 3, new byte[CHUNK]))).containsExactly("9900");
  }

  @Test
  void numberBeyondTheTotal_isAnsweredWith9901() throws Exception {
    assertThat(Peer.codes(send(new MessageId("m"), 4, 3, new byte[CHUNK]))).containsExactly("9901");
  }

  @Test
  void chunkTooBig_isAnsweredWith9902() throws Exception {
    assertThat(Peer.codes(send(new MessageId("m"), 1, 3, new byte[20_001])))
        .containsExactly("9902");
  }

  @Test
  void chunkTooSmall_isAnsweredWith9903() throws Exception {
    assertThat(Peer.codes(send(new MessageId("m"), 1, 3, new byte[99]))).containsExactly("9903");
  }

  @Test
  void messageTooBig_isAnsweredWith9904() throws Exception {
    assertThat(Peer.codes(send(new MessageId("m"), 1, 100, new byte[CHUNK])))
        .containsExactly("9904");
  }

  @Test
  void moreChunksThanAMessageCanHave_areAnsweredWith9904() throws Exception {
    assertThat(Peer.codes(send(new MessageId("m"), 1, 5000, new byte[CHUNK])))
        .containsExactly("9904");
  }

  @Test
  void smallerTotalThanBefore_isAnsweredWith9905AndEndsNothing() throws Exception {
    var id = world.client(ALICE).messageId();
    send(id, 3, 4, new byte[CHUNK]).close();

    assertThat(Peer.codes(send(id, 1, 2, new byte[CHUNK]))).containsExactly("9905");
    assertThat(Peer.codes(send(id, 3, 1, new byte[CHUNK]))).containsExactly("9901");
    assertThat(Peer.codes(send(id, 3, -1, new byte[CHUNK]))).containsExactly("9901");
    assertThat(world.chunks.held("")).isEqualTo(CHUNK);
  }
}
