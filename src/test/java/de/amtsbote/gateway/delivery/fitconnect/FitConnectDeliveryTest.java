package de.amtsbote.gateway.delivery.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.delivery.Handover;
import de.amtsbote.gateway.delivery.Handovers;
import de.amtsbote.gateway.delivery.mailbox.ExpectedAnswers;
import de.amtsbote.gateway.fitconnect.FitConnectApi.Announced;
import de.amtsbote.gateway.fitconnect.FitConnectProperties.Limits;
import de.amtsbote.gateway.fitconnect.FitConnectProperties.Receiver;
import de.amtsbote.gateway.fitconnect.KeyTrust;
import de.amtsbote.gateway.fitconnect.TestApi;
import de.amtsbote.gateway.fitconnect.TestJwk;
import de.amtsbote.gateway.message.Entry;
import de.amtsbote.gateway.message.EntryKind;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.NewMessage;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Traits;
import de.amtsbote.gateway.message.TransmissionKind;
import de.amtsbote.gateway.message.TransmissionStore;
import de.amtsbote.gateway.simulator.fitconnect.DoubleDestination;
import de.amtsbote.gateway.simulator.fitconnect.FitConnectDouble;
import de.amtsbote.gateway.simulator.fitconnect.FitConnectFault;
import de.amtsbote.gateway.simulator.fitconnect.SampleJwk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Whatever breaks between here and the destination: a message is submitted once, and not lost. */
@GatewayTest
class FitConnectDeliveryTest {

  private static final String SERVICE = "urn:de:fim:leika:leistung:99012000000000";
  private static final String US = "us";
  private static final String STRANGER = "stranger";
  private static final UUID DESTINATION = UUID.randomUUID();
  private static final Limits LIMITS =
      new Limits(DataSize.ofKilobytes(1), DataSize.ofKilobytes(1), 1);

  @Autowired FitConnectSendingStore sendings;
  @Autowired MessageStore messages;
  @Autowired TransmissionStore transmissions;
  @Autowired TransactionTemplate transaction;
  @Autowired ExpectedAnswers answers;
  @Autowired KeyTrust trust;
  @Autowired Clock clock;

  private FitConnectDouble service;
  private UUID transmission;
  private Handover handover;

  @BeforeEach
  void start() throws Exception {
    service = started();
    MessageId message;
    try (var intake = messages.intake()) {
      intake.add(
          PartRole.PAYLOAD, "a.xml", "text/xml", new ByteArrayInputStream("<a/>".getBytes()));
      var traits = new Traits("xdemo", "1.0", "0100", "gae:7", "ags:1", SERVICE, null);
      var entry = new Entry(EntryKind.REST, "portal");
      message = intake.commit(new NewMessage("stadt", entry, null, traits)).id();
    }
    transmission = transmissions.open(message, TransmissionKind.DELIVERY, "amt").id();
    transmissions.sending(transmission);
    handover = handover(message, 100);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void message_isSubmittedUnderTheIdThatWasKept() {
    delivery(service, US).handOver(handover);

    assertThat(service.states())
        .containsExactly(
            Map.entry(
                UUID.fromString(transmissions.get(transmission).osciMessageId()), "SUBMITTED"));
  }

  @Test
  void messageThatIsSubmitted_isNotSubmittedAgain() {
    delivery(service, US).handOver(handover);
    var calls = service.calls().size();

    delivery(service, US).handOver(handover);

    assertThat(service.calls()).hasSize(calls);
  }

  /** Each step fails, or loses its answer, before another attempt. */
  @ParameterizedTest
  @EnumSource(
      value = FitConnectFault.class,
      names = {
        "DOWN",
        "DENIED",
        "GARBAGE",
        "LOST_ANNOUNCE",
        "NO_ATTACH",
        "LOST_ATTACH",
        "NO_SUBMIT",
        "LOST_SUBMIT",
        "FORGETFUL"
      })
  void stepThatBreaks_isMadeGoodByTheNextAttempt(FitConnectFault fault) {
    service.fault(fault);
    fails(delivery(service, US), ErrorCode.DELIVERY_UNAVAILABLE);

    service.fault(null);
    delivery(service, US).handOver(handover);

    assertThat(submitted()).containsExactly(transmissions.get(transmission).osciMessageId());
  }

  @ParameterizedTest
  @EnumSource(
      value = FitConnectFault.class,
      names = {"NO_ATTACH", "LOST_ATTACH", "NO_SUBMIT", "LOST_SUBMIT"})
  void attemptAfterAnUnclearOne_keepsTheId(FitConnectFault fault) {
    service.fault(fault);
    fails(delivery(service, US), ErrorCode.DELIVERY_UNAVAILABLE);
    var first = transmissions.get(transmission).osciMessageId();

    service.fault(null);
    delivery(service, US).handOver(handover);

    assertThat(service.states()).containsOnlyKeys(UUID.fromString(first));
  }

  @Test
  void eventLogThatCannotBeRead_keepsTheNextAttemptFromSending() {
    service.fault(FitConnectFault.LOST_SUBMIT);
    fails(delivery(service, US), ErrorCode.DELIVERY_UNAVAILABLE);
    service.fault(FitConnectFault.NO_EVENTS);
    var uploads = uploads();

    fails(delivery(service, US), ErrorCode.DELIVERY_UNAVAILABLE);

    assertThat(uploads()).isEqualTo(uploads);
  }

  /** The log that says it was handed in is forged, so the id alone keeps it from going twice. */
  @Test
  void forgedEventLog_makesNoSecondSubmission() {
    service.fault(FitConnectFault.FORGED_EVENTS);
    delivery(service, US).handOver(handover);
    var anew = transmissions.get(transmission).osciMessageId();
    sendings.announced("amt", transmission, announcedBefore());

    fails(delivery(service, US), ErrorCode.DELIVERY_UNAVAILABLE);

    assertThat(submitted()).containsExactly(anew);
  }

  @Test
  void submissionThatTheServiceHasForgotten_isLeftToAnOperator() throws Exception {
    service.fault(FitConnectFault.LOST_SUBMIT);
    fails(delivery(service, US), ErrorCode.DELIVERY_UNAVAILABLE);

    try (var empty = started()) {
      fails(delivery(empty, US), ErrorCode.DELIVERY_REFUSED);

      assertThat(empty.states()).isEmpty();
    }
  }

  /** The event that says it was handed in cannot be checked, the one that deletes it can. */
  @Test
  void submissionThatWasDeletedAfterAnUnclearAttempt_isLeftToAnOperator() throws IOException {
    service.fault(FitConnectFault.FORGED_EVENTS);
    delivery(service, US).handOver(handover);
    service.fault(null);
    sendings.announced("amt", transmission, announcedBefore());
    var unclear = sendings.find(transmission).orElseThrow();
    sendings.submitting(unclear);
    service.delete(unclear.submission());

    fails(delivery(service, US), ErrorCode.DELIVERY_REFUSED);

    assertThat(service.states()).hasSize(1);
  }

  @Test
  void submissionThatWasRefusedAndForgotten_isSubmittedAnew() throws Exception {
    service.fault(FitConnectFault.REFUSED_SUBMIT);
    fails(delivery(service, US), ErrorCode.DELIVERY_REFUSED);

    try (var empty = started()) {
      delivery(empty, US).handOver(handover);

      assertThat(empty.states())
          .containsExactly(
              Map.entry(
                  UUID.fromString(transmissions.get(transmission).osciMessageId()), "SUBMITTED"));
    }
  }

  @Test
  void handOverThatAnOperatorGivesUp_isSubmittedAnew() {
    service.fault(FitConnectFault.NO_SUBMIT);
    fails(delivery(service, US), ErrorCode.DELIVERY_UNAVAILABLE);
    service.fault(null);
    var first = transmissions.get(transmission).osciMessageId();
    transmissions.replace(transmission, first, null);

    delivery(service, US).handOver(handover);

    assertThat(submitted()).hasSize(1).doesNotContain(first);
  }

  @Test
  void twoNodesAtOnce_submitOnce() {
    Stream.generate(() -> CompletableFuture.runAsync(() -> triesTo(delivery(service, US))))
        .limit(2)
        .toList()
        .forEach(CompletableFuture::join);

    delivery(service, US).handOver(handover);

    assertThat(submitted()).containsExactly(transmissions.get(transmission).osciMessageId());
  }

  @Test
  void submissionOfAnotherAccount_isNotTouched() {
    service.fault(FitConnectFault.NO_SUBMIT);
    fails(delivery(service, US), ErrorCode.DELIVERY_UNAVAILABLE);
    service.fault(null);

    fails(delivery(service, STRANGER), ErrorCode.DELIVERY_REFUSED);

    assertThat(submitted()).isEmpty();
  }

  @Test
  void accountThatNobodyKnows_submitsNothing() {
    fails(delivery(service, "nobody"), ErrorCode.DELIVERY_UNAVAILABLE);

    assertThat(service.states()).isEmpty();
  }

  @Test
  void keyOfSomebodyElse_isNotEncryptedFor() {
    service.fault(FitConnectFault.FOREIGN_KEY);

    fails(delivery(service, US, Set.of()), ErrorCode.CERTIFICATE_REFUSED);

    assertThat(service.states()).isEmpty();
  }

  @Test
  void oversizeMessage_isNotAnnounced() {
    handover = handover(MessageId.parse(handover.messageId()), 2000);

    fails(delivery(service, US), ErrorCode.DELIVERY_REFUSED);

    assertThat(service.calls()).isEmpty();
  }

  @Test
  void probe_submitsNothing() {
    delivery(service, US).probe();

    assertThat(service.states()).isEmpty();
  }

  private Handover handover(MessageId message, int attachment) {
    var made =
        Handovers.of(
            transmission.toString(),
            Handovers.part("plan.pdf", "application/pdf", new byte[attachment]));
    return new Handover(
        made.deliveryId(),
        message.toString(),
        Map.of("service", SERVICE),
        made.payload(),
        made.attachments(),
        made.payloadFile());
  }

  private Announced announcedBefore() {
    var before = sendings.find(transmission).orElseThrow();
    return new Announced(before.submission(), before.caseId());
  }

  private FitConnectDouble started() throws IOException {
    var started =
        FitConnectDouble.start(
            new FitConnectDouble.Setup(
                0,
                Map.of(US, "secret", STRANGER, "secret"),
                Duration.ofHours(1),
                Duration.ofSeconds(1),
                1,
                SampleJwk.read(TestJwk.signing("dienst")),
                clock));
    started.add(
        new DoubleDestination(
            DESTINATION,
            "subscriber",
            SampleJwk.read(TestJwk.decryption("enc")),
            SampleJwk.read(TestJwk.signing("sign")),
            SERVICE,
            List.of("urn:amtsbote:standard:xdemo")));
    return started;
  }

  private FitConnectDelivery delivery(FitConnectDouble at, String client) {
    return delivery(at, client, Set.of(SampleJwk.read(TestJwk.decryption("enc")).thumbprint()));
  }

  /** A delivery of another node. */
  private FitConnectDelivery delivery(FitConnectDouble at, String client, Set<String> thumbprints) {
    var api = TestApi.of(at.address(), client, "secret", clock);
    var receiver =
        new Receiver(
            "dienst",
            DESTINATION,
            client,
            null,
            null,
            "Antrag",
            null,
            null,
            thumbprints,
            Duration.ofSeconds(1),
            LIMITS);
    var targets = new Targets("amt", receiver, api, trust);
    var book =
        new SubmissionBook("amt", sendings, transmissions, messages, transaction, receiver.poll());
    var log = trust.log("amt", receiver, api, clock);
    var transfer = new Transfer("amt", receiver, api, log, targets, book);
    return new FitConnectDelivery("amt", LIMITS, targets, transfer, answers);
  }

  private void fails(FitConnectDelivery delivery, ErrorCode code) {
    assertThatThrownBy(() -> delivery.handOver(handover))
        .asInstanceOf(type(GatewayException.class))
        .extracting(GatewayException::code)
        .isEqualTo(code);
  }

  private void triesTo(FitConnectDelivery delivery) {
    try {
      delivery.handOver(handover);
    } catch (GatewayException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.DELIVERY_UNAVAILABLE);
    }
  }

  private List<String> submitted() {
    return service.states().entrySet().stream()
        .filter(it -> it.getValue().equals("SUBMITTED"))
        .map(it -> it.getKey().toString())
        .toList();
  }

  private long uploads() {
    return service.calls().stream().filter(it -> it.startsWith("PUT ")).count();
  }
}
