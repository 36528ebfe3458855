package de.amtsbote.osci.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.amtsbote.osci.client.SendOutcome;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.testpki.TestPki;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that the reference library composed are executed, each in the dialog it was made for. */
class RecordedOrdersTest {

  private static final MessageId RECORDED_ID = new MessageId("osci_test_4711");

  private RecordedWorld world;

  @BeforeAll
  static void needsVectors() {
    assumeFalse(Shared.vectorNames().contains(Shared.ABSENT), Shared.ABSENT);
  }

  @BeforeEach
  void freshWorld() {
    world = new RecordedWorld();
  }

  /** The delivery and the process card that the recorded orders ask for. */
  private void letterForAlice() {
    world.store.issue(RECORDED_ID.value(), TestPki.NOW);
    assertThat(world.client(RecordedWorld.BOB).store(RECORDED_ID, Letters.to(RecordedWorld.ALICE)))
        .isInstanceOf(SendOutcome.Accepted.class);
  }

  private void assertExecuted(String vector, String... codes) throws IOException {
    try (var answer = world.send(vector)) {
      assertThat(answer.type()).isEqualTo(RecordedWorld.answerTypeOf(vector));
      assertThat(answer.order().feedback().codes()).containsExactly(codes);
      assertThat(answer.control().response()).isEqualTo(RecordedWorld.challengeOf(vector));
      assertThat(answer.control().conversationId()).matches("[0-9]+");
      assertThat(answer.orderSignature()).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"initdialog-full", "initdialog-plain"})
  void recordedInitDialog_opensADialog(String vector) throws Exception {
    assertExecuted(vector, "0801");
  }

  @ParameterizedTest
  @ValueSource(strings = {"getmessageid-full", "getmessageid-plain"})
  void recordedGetMessageId_isGivenOne(String vector) throws Exception {
    try (var answer = world.send(vector)) {
      assertThat(answer.order().messageId()).isNotNull();
    }
    assertExecuted(vector, "0800");
  }

  @Test
  void recordedGetMessageIdInADialog_leavesItOpen() throws Exception {
    world.openRecordedDialog("getmessageid-explicit");

    assertExecuted("getmessageid-explicit", "0801");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "store-full-transport",
        "store-full-transport-1mib",
        "store-plain",
        "store-content-signed",
        "store-content-signed-author",
        "store-content-signed-ecdsa",
        "store-signed-encrypted-att-small",
        "store-base64-parts",
        "store-pss-sha256",
        "store-sha512",
        "store-signing-time"
      })
  void recordedStore_reachesTheMailboxUnchanged(String vector) throws Exception {
    var id = new MessageId((String) Shared.meta(vector).get("messageId"));
    world.store.issue(id.value(), TestPki.NOW);

    assertExecuted(vector, "0800");

    try (var dialog = world.client(RecordedWorld.BOB).openDialog();
        var delivery = dialog.fetch(SelectionRule.byId(id)).orElseThrow()) {
      var expected = Recorded.contents(vector);
      assertThat(Recorded.contents(delivery.open())).isEqualTo(expected);
      delivery.confirm();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fetchdelivery-by-id", "fetchdelivery-no-rule", "fetchdelivery-by-date"})
  void recordedFetch_isGivenTheDelivery(String vector) throws Exception {
    letterForAlice();
    world.openRecordedDialog(vector);

    try (var answer = world.send(vector)) {
      assertThat(answer.type()).isEqualTo(MessageType.RESPONSE_TO_FETCH_DELIVERY);
      assertThat(answer.order().feedback().codes()).containsExactly("0801");
      assertThat(answer.order().processCard().orElseThrow().messageId()).isEqualTo(RECORDED_ID);
      assertThat(Letters.payload(answer.open(RecordedWorld.ALICE.cipher()), "payload"))
          .isEqualTo(Letters.PAYLOAD);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fetchprocesscard-by-ids", "fetchprocesscard-by-modification"})
  void recordedFetchProcessCard_isGivenTheCard(String vector) throws Exception {
    letterForAlice();
    world.openRecordedDialog(vector);

    try (var answer = world.send(vector)) {
      assertThat(answer.order().feedback().codes()).containsExactly("0801");
      assertThat(answer.order().processCard().orElseThrow().messageId()).isEqualTo(RECORDED_ID);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exitdialog-full", "exitdialog-plain"})
  void recordedExitDialog_closesTheDialog(String vector) throws Exception {
    world.openRecordedDialog(vector);

    assertExecuted(vector, "0800");
    assertThat(world.store.dialog("4711000815")).isEmpty();
  }

  @Test
  void recordedPartialFetch_isGivenTheSlice() throws Exception {
    world.store.issue(RECORDED_ID.value(), TestPki.NOW);
    var letter = Letters.withAttachment(RecordedWorld.ALICE, Letters.octets(10_000));
    assertThat(world.client(RecordedWorld.BOB).store(RECORDED_ID, letter))
        .isInstanceOf(SendOutcome.Accepted.class);
    world.openRecordedDialog("partialfetch-chunk2");

    try (var answer = world.send("partialfetch-chunk2")) {
      assertThat(answer.type()).isEqualTo(MessageType.RESPONSE_TO_PARTIAL_FETCH_DELIVERY);
      assertThat(answer.order().feedback().codes()).containsExactly("0801");
      assertThat(answer.order().messageId()).isEqualTo(RECORDED_ID);
      assertThat(answer.order().chunk().number()).isEqualTo(2);
      assertThat(answer.content().parts().get(0).octets().length()).isEqualTo(4096);
    }
  }

  @Test
  void recordedChunk_isKeptAndCounted() throws Exception {
    world.store.issue(RECORDED_ID.value(), TestPki.NOW);

    assertExecuted("partialstore-chunk1", "0800");

    try (var answer = world.send("partialstore-info")) {
      assertThat(answer.order().feedback().codes()).containsExactly("0800");
      assertThat(answer.order().chunk().received()).containsExactly(1L);
    }
  }
}
