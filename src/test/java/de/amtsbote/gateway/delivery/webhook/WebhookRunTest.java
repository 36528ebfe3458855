package de.amtsbote.gateway.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.amtsbote.gateway.delivery.StallingServer;
import de.amtsbote.gateway.delivery.signature.SharedSecret;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageKit;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.Note;
import de.amtsbote.gateway.message.event.EventStores;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookRunTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String NEXT = "fedcba9876543210fedcba9876543210";

  @TempDir Path folder;

  private PortalServer portal;
  private MessageKit kit;
  private WebhookCircuitStore circuits;

  @BeforeEach
  void open() throws Exception {
    portal = new PortalServer();
    kit = new MessageKit(folder.resolve("spool"));
    EventStores.record(kit, true);
    circuits = new WebhookCircuitStore(kit.jdbc);
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Files.writeString(folder.resolve("next"), NEXT + "\n");
  }

  @AfterEach
  void close() {
    portal.close();
  }

  @Test
  void event_isACloudEvent() throws Exception {
    var id = kit.accept("<a>Mustermann</a>").id();

    run();

    var call = portal.calls.get(0);
    assertThat(call.contentType()).isEqualTo("application/cloudevents+json; charset=utf-8");
    assertThat(call.text())
        .isEqualTo(
            """
            {"specversion":"1.0","id":"%1$s-1","source":"urn:test",\
            "type":"de.amtsbote.message.received","subject":"%1$s",\
            "time":"2026-11-23T12:00:00Z","sequence":"1","sequencetype":"Integer",\
            "datacontenttype":"application/json",\
            "data":{"messageId":"%1$s","state":"RECEIVED","sequence":1}}"""
                .formatted(id));
  }

  @Test
  void refusal_tellsCodeAndRemedyButNoDetails() throws Exception {
    var id = kit.accept("<a/>").id();
    kit.store.reject(id, new GatewayException(ErrorCode.READER_UNKNOWN, "prefix Mustermann"));

    run();

    var event = portal.calls.get(1).json();
    assertThat(event.path("data").path("reason").path("code").asString()).isEqualTo("AB-3005");
    assertThat(portal.calls.get(1).text()).doesNotContain("Mustermann");
  }

  @Test
  void body_isSignedWithItsTime() throws Exception {
    kit.accept("<a/>");

    run();

    var call = portal.calls.get(0);
    assertThat(call.timestamp()).isEqualTo(Long.toString(MessageKit.NOON.getEpochSecond()));
    assertThat(call.signature()).isEqualTo("v1=" + hmac(SECRET, call));
  }

  @Test
  void whileSecretsChange_bothSign() throws Exception {
    kit.accept("<a/>");

    run(target(folder.resolve("next")));

    var call = portal.calls.get(0);
    assertThat(call.signature()).isEqualTo("v1=" + hmac(SECRET, call) + ",v1=" + hmac(NEXT, call));
  }

  @Test
  void eventsOfAMessage_comeInTheirOrder() throws Exception {
    var id = kit.accept("<a/>").id();
    kit.store.move(id, MessageState.VALIDATED, Note.SYSTEM);
    kit.store.move(id, MessageState.SENT, Note.SYSTEM);

    run();

    assertThat(portal.events()).containsExactly(id + "-1", id + "-2", id + "-3");
  }

  @Test
  void eventThatWasTaken_isNotSentAgain() throws Exception {
    kit.accept("<a/>");
    run();

    run();

    assertThat(portal.calls).hasSize(1);
  }

  @Test
  void eventThatWasRefused_isRepeatedUnderTheSameId() throws Exception {
    var id = kit.accept("<a/>").id();
    portal.answers(400);
    run();
    portal.answers(204);
    kit.clock.advance(Duration.ofMinutes(1));

    run();

    assertThat(portal.events()).containsExactly(id + "-1", id + "-1");
  }

  @Test
  void refusedEvent_holdsUpNoOtherMessage() throws Exception {
    var first = kit.accept("<a/>").id();
    var second = kit.accept("<b/>").id();
    portal.answers(call -> call.text().contains(first.toString()) ? 400 : 204);

    run();

    assertThat(portal.events()).contains(second + "-1");
    assertThat(circuits.all()).isEmpty();
  }

  @Test
  void portalThatDoesNotAnswer_isTriedWithOneEvent() throws Exception {
    accept(20);
    portal.answers(500);
    run();
    var first = portal.calls.size();
    assertThat(first).isEqualTo(4);

    run();
    assertThat(portal.calls).as("before its time nothing is sent").hasSize(first);
    kit.clock.advance(Duration.ofMinutes(1));
    run();

    assertThat(portal.calls).as("then a single probe").hasSize(first + 1);
    assertThat(circuits.all()).singleElement().extracting("failures").isEqualTo(2);
  }

  @Test
  void portalThatAnswersAgain_getsAllThatWaited() throws Exception {
    accept(20);
    portal.answers(500);
    run();
    portal.answers(204);
    kit.clock.advance(Duration.ofMinutes(1));

    run();

    assertThat(portal.calls.subList(4, portal.calls.size())).hasSize(20);
    assertThat(circuits.all()).isEmpty();
  }

  @Test
  void portalThatIsDown_usesUpNoAttemptsOfOtherEvents() throws Exception {
    accept(20);
    portal.answers(500);

    run();

    assertThat(
            kit.jdbc.queryForObject(
                "select count(*) from event where push_attempts = 0", Integer.class))
        .isEqualTo(16);
  }

  @Test
  void portalThatAsksToWait_isLeftAlone() throws Exception {
    kit.accept("<a/>");
    portal.asksToWait(120);
    run();
    kit.clock.advance(Duration.ofSeconds(119));
    run();
    assertThat(portal.calls).hasSize(1);

    kit.clock.advance(Duration.ofSeconds(1));
    run();

    assertThat(portal.calls).hasSize(2);
  }

  @Test
  void redirect_isNotFollowed() throws Exception {
    kit.accept("<a/>");
    portal.redirectsTo("/elsewhere");

    run();

    assertThat(portal.calls).extracting(PortalServer.Call::path).containsOnly("/events");
    assertThat(kit.jdbc.queryForObject("select push_code from event", String.class))
        .isEqualTo("AB-5202");
  }

  @Test
  void eventOlderThanItsBudget_isGivenUpAndStaysInTheFeed() throws Exception {
    kit.accept("<a/>");
    portal.answers(400);
    kit.clock.advance(Duration.ofDays(4));

    run();

    var events = EventStores.in(kit);
    assertThat(events.waiting(10)).isZero();
    events.givePositions(10);
    assertThat(events.after("stadt", "portal", 0, 10)).hasSize(1);
  }

  @Test
  void unreachablePortal_opensTheCircuit() throws Exception {
    kit.accept("<a/>");
    portal.close();

    run();

    assertThat(circuits.all()).singleElement().extracting("code").isEqualTo("AB-5201");
  }

  @Test
  void nothingThatWaits_isLostByAFullStop() throws Exception {
    accept(3);

    newRun(target(null)).run(() -> true);
    assertThat(portal.calls).isEmpty();
    run();

    assertThat(portal.calls).hasSize(3);
  }

  private void accept(int count) throws Exception {
    for (var i = 0; i < count; i++) {
      kit.accept("<a/>");
    }
  }

  @Test
  void portalThatDoesNotEndItsAnswer_isNotWaitedFor() throws Exception {
    kit.accept("<a/>");
    try (var stalling = StallingServer.silent()) {
      var secret = new SharedSecret("secret", folder.resolve("secret"), null);
      var url = URI.create("http://localhost:" + stalling.port() + "/events");

      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> run(new WebhookTarget("stadt", "portal", url, List.of(secret))));
    }

    assertThat(
            kit.jdbc.queryForObject(
                "select count(*) from event where pushed_at is null", Long.class))
        .isZero();
  }

  @Test
  void secretThatVanished_leavesTheEventsWaiting() throws Exception {
    accept(3);
    Files.delete(folder.resolve("secret"));

    run();

    assertThat(portal.calls).isEmpty();
    assertThat(
            kit.jdbc.queryForObject(
                "select count(*) from event where push_due_at is not null", Long.class))
        .isEqualTo(3);
  }

  @Test
  void secretThatIsBackAfterAWeek_letsTheEventsGo() throws Exception {
    accept(3);
    Files.delete(folder.resolve("secret"));
    run();
    kit.clock.advance(Duration.ofDays(7));
    run();
    assertThat(circuits.all()).as("the portal was not asked").isEmpty();
    assertThat(kit.jdbc.queryForList("select distinct push_code from event", String.class))
        .containsExactly("AB-9003");
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
    kit.clock.advance(Duration.ofMinutes(1));

    run();

    assertThat(portal.calls).hasSize(3);
  }

  private void run() {
    run(target(null));
  }

  private void run(WebhookTarget target) {
    newRun(target).run(() -> false);
  }

  private WebhookTarget target(Path next) {
    var secret = new SharedSecret("secret", folder.resolve("secret"), null);
    var secrets =
        next == null ? List.of(secret) : List.of(secret, new SharedSecret("next", next, null));
    return new WebhookTarget("stadt", "portal", portal.url(), secrets);
  }

  private WebhookRun newRun(WebhookTarget target) {
    var properties =
        new WebhookProperties(
            "urn:test",
            Duration.ofSeconds(1),
            2,
            4,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofMinutes(15),
            Duration.ofDays(3));
    return new WebhookRun(
        target,
        EventStores.in(kit),
        circuits,
        new WebhookClient(properties.timeout(), properties.source(), kit.clock),
        properties,
        new PushBackoff(properties.firstBackoff(), properties.maxBackoff(), new Random(1)),
        kit.clock);
  }

  private static String hmac(String secret, PortalServer.Call call) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update((call.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac.doFinal(call.body()));
  }
}
