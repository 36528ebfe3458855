package de.amtsbote.osci.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.amtsbote.osci.content.ContentSource;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.SelectionRule;
import de.amtsbote.osci.testing.Shared;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that another library wrote reach our client over HTTP. */
class RecordedAnswersTest {

  private static final MessageId ID = new MessageId("osci_test_4711");
  private static final URI RECIPIENT = URI.create("http://recipient.test/osci");

  private RecordedSupplier supplier;

  @BeforeAll
  static void needsVectors() {
    assumeFalse(Shared.vectorNames().contains(Shared.ABSENT), Shared.ABSENT);
  }

  @BeforeEach
  void start() throws IOException {
    supplier = new RecordedSupplier();
  }

  @AfterEach
  void stop() {
    supplier.close();
  }

  private static OutgoingDelivery letter() {
    return OutgoingDelivery.to(Shared.key("keys/bob_enc_3072.p12").certificate())
        .data("payload", ContentSource.of(new byte[] {1}));
  }

  private static List<?> codes(String vector) throws IOException {
    return (List<?>) Shared.meta(vector).get("feedbackCodes");
  }

  private static Map<?, ?> card(String vector) throws IOException {
    return (Map<?, ?>) ((List<?>) Shared.meta(vector).get("processCards")).get(0);
  }

  @Test
  void encryptedInitDialog_opensADialog() throws Exception {
    var dialog = supplier.answering("rsp-initdialog-full").encryptedClient().openDialog();

    assertThat(dialog).isNotNull();
  }

  @Test
  void plainInitDialog_opensADialogOfAPlainClient() throws Exception {
    var dialog = supplier.answering("rsp-initdialog").plainClient().openDialog();

    assertThat(dialog).isNotNull();
  }

  @Test
  void plainAnswer_isRefusedByAnEncryptingClient() {
    var client = supplier.answering("rsp-initdialog").encryptedClient();

    assertThatThrownBy(client::openDialog).hasMessageContaining("not encrypted");
  }

  @Test
  void exitDialog_endsTheDialog() throws Exception {
    var dialog = supplier.dialogBefore("rsp-exitdialog");
    supplier.answering("rsp-exitdialog");

    dialog.close();

    assertThatThrownBy(dialog::messageId).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void messageId_isGiven() throws Exception {
    assertThat(supplier.answering("rsp-getmessageid").plainClient().messageId()).isEqualTo(ID);
  }

  @Test
  void storedDelivery_isAcceptedWithItsCard() throws Exception {
    var outcome = supplier.answering("rsp-storedelivery").encryptedClient().store(ID, letter());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Accepted.class,
            accepted -> {
              var card = accepted.card().orElseThrow();
              assertThat(card.messageId()).isEqualTo(ID);
              assertThat(card.inspections()).hasSize(2);
              assertThat(card.card().reception()).isNull();
            });
    assertThat(codes("rsp-storedelivery")).isEqualTo(List.of("0800"));
  }

  @Test
  void usedMessageId_leavesTheOutcomeToTheProcessCard() {
    var outcome = supplier.answering("rsp-storedelivery-error").plainClient().store(ID, letter());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Unclear.class,
            unclear ->
                assertThat(((FeedbackException) unclear.why()).feedback().codes())
                    .containsExactly("9801"));
  }

  @Test
  void forwardedDelivery_isAccepted() throws Exception {
    var outcome =
        supplier.answering("rsp-forwarddelivery").plainClient().forward(ID, RECIPIENT, letter());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            SendOutcome.Accepted.class,
            accepted -> assertThat(accepted.card().orElseThrow().messageId()).isEqualTo(ID));
  }

  @Test
  void mediatedDelivery_bringsTheReply() throws Exception {
    var dialog = supplier.dialogBefore("rsp-mediatedelivery");
    supplier.answering("rsp-mediatedelivery");

    try (var reply = dialog.mediate(ID, RECIPIENT, letter())) {
      assertThat(reply.requestCard().orElseThrow().card().reception()).isNotNull();
      assertThat(reply.replyCard()).isPresent();
      assertThat(reply.open().containers()).isNotEmpty();
    }
  }

  @Test
  void fetchedDelivery_isGivenWithCardAndWarning() throws Exception {
    var dialog = supplier.dialogBefore("rsp-fetchdelivery");
    supplier.answering("rsp-fetchdelivery");

    try (var delivery = dialog.next().orElseThrow()) {
      assertThat(delivery.messageId()).isEqualTo(ID);
      assertThat(delivery.moreWaiting()).isTrue();
      assertThat(delivery.processCard().card().subject())
          .isEqualTo(card("rsp-fetchdelivery").get("subject"));
      assertThat(delivery.content().parts()).isNotEmpty();
    }
  }

  @Test
  void emptyMailbox_isTheEndAndNoError() throws Exception {
    var dialog = supplier.dialogBefore("rsp-fetchdelivery-none");
    supplier.answering("rsp-fetchdelivery-none");

    assertThat(dialog.next()).isEmpty();
  }

  @Test
  void processCards_areGiven() throws Exception {
    var dialog = supplier.dialogBefore("rsp-fetchprocesscard");
    supplier.answering("rsp-fetchprocesscard");

    var cards = dialog.processCards(SelectionRule.byId(ID), 10);

    assertThat(cards.more()).isFalse();
    assertThat(cards.cards())
        .hasSameSizeAs((List<?>) Shared.meta("rsp-fetchprocesscard").get("processCards"));
  }

  @Test
  void clientFault_isToldWithItsCode() {
    assertFault("fault-9400", "9400", false);
  }

  @Test
  void serverFault_isToldAsTheSuppliersOwn() {
    assertFault("fault-9000", "9000", true);
  }

  private void assertFault(String vector, String code, boolean server) {
    var client = supplier.answering(vector).encryptedClient();

    assertThatThrownBy(client::messageId)
        .isInstanceOfSatisfying(
            FaultReceivedException.class,
            e -> {
              assertThat(e.fault().code()).isEqualTo(code);
              assertThat(e.fault().server()).isEqualTo(server);
            });
  }
}
