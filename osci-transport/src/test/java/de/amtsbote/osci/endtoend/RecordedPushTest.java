package de.amtsbote.osci.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.crypto.KeyOperations;
import de.amtsbote.osci.model.MessageType;
import de.amtsbote.osci.recipient.PassiveRecipient;
import de.amtsbote.osci.recipient.PushedDelivery;
import de.amtsbote.osci.recipient.RecipientService;
import de.amtsbote.osci.recipient.Reply;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Shared;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A passive recipient takes what an intermediary of the reference library's making sends. */
class RecordedPushTest {

  private static final byte[] REPLY = "<antwort/>".getBytes(StandardCharsets.UTF_8);

  private final List<Map<String, String>> taken = new ArrayList<>();

  @BeforeAll
  static void needsVectors() {
    assumeFalse(Shared.vectorNames().contains(Shared.ABSENT), Shared.ABSENT);
  }

  private IncomingMessage answerTo(String vector, KeyOperations intermediary) throws IOException {
    var bob = RecordedWorld.BOB;
    var recipient =
        new PassiveRecipient(
            bob.cipher(), bob.signature(), Set.of(intermediary.certificate()), service());
    var endpoint =
        recipient.endpoint(AlgorithmPolicy.standard(), ReadLimits.DEFAULT, Spool.temporary());
    var request = Files.readAllBytes(Shared.vectorFile(vector + "/message.bin"));
    var reader =
        new MessageReader(
            Spool.temporary(),
            AlgorithmPolicy.standard(),
            ReadLimits.DEFAULT,
            List.of(Shared.key("keys/im_enc_3072.p12")));
    return reader.read(new ByteArrayInputStream(Wire.answer(endpoint, request)), Expectations.NONE);
  }

  private RecipientService service() {
    return new RecipientService() {
      @Override
      public boolean accept(PushedDelivery delivery) throws IOException {
        return take(delivery);
      }

      @Override
      public Reply process(PushedDelivery delivery) throws IOException {
        take(delivery);
        var container = ContentContainer.builder("reply").data("antwort", REPLY).build();
        return new Reply("Antwort", List.of(), List.of(container), List.of());
      }
    };
  }

  private boolean take(PushedDelivery delivery) throws IOException {
    try {
      return taken.add(Recorded.contents(delivery.open()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void recordedAcceptDelivery_isTakenAndAnsweredEncrypted() throws Exception {
    try (var answer = answerTo("accept-full", Shared.key("keys/im_sig_3072.p12"))) {
      assertThat(answer.type()).isEqualTo(MessageType.RESPONSE_TO_ACCEPT_DELIVERY);
      assertThat(answer.order().feedback().codes()).containsExactly("0800");
      assertThat(answer.control().response()).isEqualTo(RecordedWorld.challengeOf("accept-full"));
      assertThat(answer.transport()).isPresent();
      assertThat(answer.orderSignature()).isPresent();
    }
    assertThat(taken).hasSize(1);
  }

  @Test
  void recordedProcessDelivery_isAnsweredWithADelivery() throws Exception {
    try (var answer = answerTo("process-full", Shared.key("keys/im_sig_3072.p12"))) {
      assertThat(answer.type()).isEqualTo(MessageType.RESPONSE_TO_PROCESS_DELIVERY);
      assertThat(answer.order().messageId().value()).isEqualTo("osci_test_4799");
      assertThat(Letters.payload(answer.open(List.of()), "antwort")).isEqualTo(REPLY);
    }
  }

  @Test
  void orderOfAnUnknownIntermediary_isAnsweredWith9601AndNotTaken() throws Exception {
    try (var answer = answerTo("accept-full", Shared.key("keys/carol_sig_3072.p12"))) {
      assertThat(answer.order().feedback().codes()).containsExactly("9601");
    }
    assertThat(taken).isEmpty();
  }
}
