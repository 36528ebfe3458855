package de.amtsbote.gateway.delivery.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.gateway.delivery.DeliverySettings;
import de.amtsbote.gateway.delivery.DeliveryTestSettings;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.HandoverForm;
import de.amtsbote.gateway.delivery.HandoverPart;
import de.amtsbote.gateway.delivery.Handovers;
import de.amtsbote.gateway.delivery.TestTls;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.osci.testpki.TestIdentity;
import jakarta.jms.DeliveryMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hand-overs to a real broker. */
class JmsSendTest {

  @TempDir static Path folder;
  private static Broker broker;
  private static int trusted;
  private static int foreign;
  private static int elsewhere;

  private final String queue = "eingang-" + UUID.randomUUID();
  private final String id = UUID.randomUUID().toString();

  @BeforeAll
  static void start() throws Exception {
    broker = new Broker(folder);
    trusted = broker.tls(TestTls.SERVER);
    foreign = broker.tls(TestTls.FOREIGN_SERVER);
    elsewhere = broker.tls(TestTls.OTHER_HOST);
    broker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void message_isPersistentAndNamesItsDelivery() throws Exception {
    send().handOver(Handovers.of(id));

    var taken = broker.take(queue).message();
    assertThat(taken.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
    assertThat(taken.getStringProperty("Amtsbote_Delivery_Id")).isEqualTo(id);
    assertThat(taken.getStringProperty("Amtsbote_Standard")).isEqualTo("xdemo");
    assertThat(taken.getStringProperty("Amtsbote_Message_Type")).isEqualTo("0100");
    assertThat(taken.getStringProperty("Content_Type")).startsWith("multipart/form-data; boundary");
    assertThat(taken.getJMSCorrelationID())
        .isEqualTo(taken.getStringProperty("Amtsbote_Message_Id"));
  }

  @Test
  void test_isMarkedAndNothingElseIs() throws Exception {
    send().handOver(Handovers.test(id));
    send().handOver(Handovers.of(UUID.randomUUID().toString()));

    assertThat(broker.take(queue).message().getStringProperty("Amtsbote_Test")).isEqualTo("true");
    assertThat(broker.take(queue).message().propertyExists("Amtsbote_Test")).isFalse();
  }

  @Test
  void body_isTheFormWithAllParts() throws Exception {
    var handover = Handovers.of(id, Handovers.part("plan.pdf", "application/pdf", Handovers.PDF));

    send().handOver(handover);

    var expected = new ByteArrayOutputStream();
    HandoverForm.of(handover).writeTo(expected);
    assertThat(broker.take(queue).body()).isEqualTo(expected.toByteArray());
  }

  @Test
  void payloadFormat_sendsThePayloadAsItIs() throws Exception {
    send("format", "payload").handOver(Handovers.of(id));

    var taken = broker.take(queue);
    assertThat(new String(taken.body(), StandardCharsets.UTF_8)).isEqualTo(Handovers.PAYLOAD);
    assertThat(taken.message().getStringProperty("Amtsbote_Sha256"))
        .isEqualTo(Handovers.sha256(taken.body()));
    assertThat(taken.message().getStringProperty("Content_Type")).isEqualTo("application/xml");
  }

  @Test
  void mediaTypeThatIsNone_goesToNobody() throws Exception {
    var handover = Handovers.of(id);
    var odd =
        new Handover(
            id,
            handover.messageId(),
            handover.about(),
            Handovers.part("payload", "text/xml\r\nX-Evil: 1", Handovers.PDF),
            List.of(),
            Handover.PAYLOAD_FILE);

    send("format", "payload").handOver(odd);

    assertThat(broker.take(queue).message().getStringProperty("Content_Type"))
        .isEqualTo("application/octet-stream");
  }

  @Test
  void largeMessage_arrivesWhole() throws Exception {
    var large = new byte[8 * 1024 * 1024];
    for (var i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31 + i / 977);
    }
    var handover = Handovers.of(id, Handovers.part("plan.pdf", "application/pdf", large));

    send().handOver(handover);

    var expected = new ByteArrayOutputStream();
    HandoverForm.of(handover).writeTo(expected);
    assertThat(Handovers.sha256(broker.take(queue).body()))
        .isEqualTo(Handovers.sha256(expected.toByteArray()));
  }

  @Test
  void sameDeliveryTwice_arrivesOnce() throws Exception {
    send().handOver(Handovers.of(id));

    send().handOver(Handovers.of(id));

    assertThat(broker.waiting(queue)).isEqualTo(1);
  }

  @Test
  void commitThatNobodyHeardOf_arrivesOnce() throws Exception {
    broker.hidesTheNextCommit();
    assertUnavailable(send(), Handovers.of(id));
    assertThat(broker.waiting(queue)).isEqualTo(1);

    send().handOver(Handovers.of(id));

    assertThat(broker.waiting(queue)).isEqualTo(1);
  }

  @Test
  void brokerThatWasDown_hasTheMessageAndKnowsItsId() throws Exception {
    send().handOver(Handovers.of(id));
    broker.stop();
    assertUnavailable(send(), Handovers.of(UUID.randomUUID().toString()));
    broker.start();

    send().handOver(Handovers.of(id));

    assertThat(broker.waiting(queue)).isEqualTo(1);
  }

  @Test
  void slowBroker_isNotWaitedForForEver() throws Exception {
    broker.isSlow();
    try {
      assertUnavailable(send("answer-timeout", "1s"), Handovers.of(id));
    } finally {
      broker.goesOn();
    }
    send().handOver(Handovers.of(id));

    assertThat(broker.waiting(queue)).isEqualTo(1);
  }

  @Test
  void fullQueue_getsItLater() throws Exception {
    send("queue", "small").handOver(Handovers.of(UUID.randomUUID().toString()));

    assertThat(assertUnavailable(send("queue", "small"), Handovers.of(id)))
        .contains("no room in the queue");

    broker.take("small");
    send("queue", "small").handOver(Handovers.of(id));
    assertThat(broker.waiting("small")).isEqualTo(1);
  }

  @Test
  void brokerThatLetsSendersWaitForRoom_isNotWaitedForForEver() throws Exception {
    send("queue", "blocked").handOver(Handovers.of(UUID.randomUUID().toString()));

    assertUnavailable(
        send("queue", "blocked", "answer-timeout", "1s"),
        Handovers.of(id, Handovers.part("plan.pdf", "application/pdf", new byte[2_000_000])));

    assertThat(broker.waiting("blocked")).isEqualTo(1);
  }

  @Test
  void queueThatIsNotThere_isSaid() {
    assertThat(assertUnavailable(send("queue", "closed"), Handovers.of(id)))
        .contains("no such queue");
    assertThatThrownBy(() -> send("queue", "closed").probe()).isInstanceOf(GatewayException.class);
  }

  @Test
  void wrongPassword_isNotLetIn() throws Exception {
    var file = Files.writeString(folder.resolve("wrong"), "wrong\n");

    assertThat(assertUnavailable(send("login.password-file", file), Handovers.of(id)))
        .contains("does not accept our login");
    assertThat(broker.waiting(queue)).isZero();
  }

  @Test
  void partThatIsDamagedInTheStore_isNamedAsSuch() throws Exception {
    var damaged =
        new HandoverPart(
            "plan.pdf",
            "application/pdf",
            10,
            "00",
            () -> {
              throw new GatewayException(ErrorCode.PART_DAMAGED, "chunk 0");
            });

    assertThatThrownBy(() -> send().handOver(Handovers.of(id, damaged)))
        .isInstanceOfSatisfying(
            GatewayException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.PART_DAMAGED));
    assertThat(broker.waiting(queue)).isZero();
  }

  @Test
  void probe_sendsNothing() throws Exception {
    send().probe();

    assertThat(broker.waiting(queue)).isZero();
  }

  @Test
  void trustedBroker_isSpokenToWithOurCertificate() throws Exception {
    secured(trusted, TestTls.CALLER).handOver(Handovers.of(id));

    assertThat(broker.waiting(queue)).isEqualTo(1);
  }

  @Test
  void brokerOfAForeignAuthority_getsNothing() throws Exception {
    assertUnavailable(secured(foreign, TestTls.CALLER), Handovers.of(id));

    assertThat(broker.waiting(queue)).isZero();
  }

  @Test
  void brokerWithACertificateOfAnotherHost_getsNothing() throws Exception {
    assertUnavailable(secured(elsewhere, TestTls.CALLER), Handovers.of(id));

    assertThat(broker.waiting(queue)).isZero();
  }

  @Test
  void ourCertificateOfAForeignAuthority_isNotLetIn() throws Exception {
    assertUnavailable(secured(trusted, TestTls.FOREIGN_CALLER), Handovers.of(id));
  }

  @Test
  void noCertificate_isNotLetIn() throws Exception {
    assertUnavailable(secured(trusted, null), Handovers.of(id));
  }

  private static String assertUnavailable(JmsSend send, Handover handover) {
    var failure = new ArrayList<String>();
    assertThatThrownBy(() -> send.handOver(handover))
        .isInstanceOfSatisfying(
            GatewayException.class,
            it -> {
              assertThat(it.code()).isEqualTo(ErrorCode.DELIVERY_UNAVAILABLE);
              failure.add(it.details());
            });
    return failure.get(0);
  }

  private JmsSend secured(int port, TestIdentity own) throws Exception {
    var more =
        new ArrayList<Object>(
            List.of("url", "ssl://localhost:" + port, "tls.trust", TestTls.trust(folder)));
    if (own != null) {
      more.addAll(
          List.of(
              "tls.key-store",
              TestTls.keyStore(folder, own),
              "tls.password-file",
              TestTls.password(folder)));
    }
    return send(more.toArray());
  }

  private JmsSend send(Object... more) {
    try {
      var password = Files.writeString(folder.resolve("login"), Broker.PASSWORD + "\n");
      var all =
          new ArrayList<Object>(
              List.of(
                  "kind",
                  "jms",
                  "url",
                  "tcp://127.0.0.1:" + broker.port(),
                  "queue",
                  queue,
                  "answer-timeout",
                  "5s",
                  "login.user",
                  Broker.USER,
                  "login.password-file",
                  password));
      all.addAll(List.of(more));
      DeliverySettings settings = DeliveryTestSettings.of(all.toArray());
      return new JmsSend("amt", settings, new Brokers(settings, TestTls.sender(settings)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
