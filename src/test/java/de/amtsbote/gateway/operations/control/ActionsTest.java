package de.amtsbote.gateway.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageState;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.TimelineEntry;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@GatewayTest
class ActionsTest {

  @LocalServerPort int port;
  @Autowired MessageStore store;
  @Autowired JdbcTemplate jdbc;
  Desk desk;
  MessageId id;

  @BeforeEach
  void message() throws Exception {
    desk = Desk.operator(port);
    id = Desk.parked(store, "stadt", "xdemo");
  }

  @Test
  void repeat_givesTheMessageBackAndStandsInTheTimeline() throws Exception {
    Desk.json(desk.post("/messages/" + id + "/repeat", Desk.BECAUSE));

    assertThat(store.get(id).state()).isEqualTo(MessageState.RECEIVED);
    assertThat(last().actor()).isEqualTo("operator:betrieb");
    assertThat(last().details()).containsEntry("reason", "the office has moved");
  }

  @Test
  void reject_tellsTheSenderTheReason() throws Exception {
    Desk.json(desk.post("/messages/" + id + "/reject", Desk.BECAUSE));

    assertThat(store.get(id).state()).isEqualTo(MessageState.REJECTED);
    assertThat(store.get(id).reason().code().code()).isEqualTo("AB-3013");
    assertThat(store.get(id).reason().details()).isEqualTo("the office has moved");
  }

  @Test
  void cancel_takesAWaitingMessageBackToo() throws Exception {
    var waiting = Desk.received(store, "stadt", "xdemo");

    Desk.json(desk.post("/messages/" + waiting + "/cancel", Desk.BECAUSE));

    assertThat(store.get(waiting).state()).isEqualTo(MessageState.CANCELLED);
  }

  @Test
  void evidence_isAZipWhoseDigestsHold() throws Exception {
    var answer = desk.bytes("/messages/" + id + "/evidence");

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    var files = unzipped(answer.body());
    assertThat(files)
        .containsOnlyKeys(
            "message.json",
            "receipts.json",
            "timeline.json",
            "attempts.json",
            "hand-overs.json",
            "SHA256SUMS");
    for (var line : new String(files.get("SHA256SUMS")).lines().toList()) {
      var parts = line.split("  ");
      assertThat(sha256(files.get(parts[1]))).isEqualTo(parts[0]);
    }
    assertThat(new String(files.get("timeline.json"))).contains("PARKED", "previousHash");
    assertThat(new String(files.get("message.json"))).contains("\"timelineHolds\" : true");
  }

  @Test
  void bulk_doesWhatItsPreviewShowed() throws Exception {
    var standard = "bulk" + UUID.randomUUID();
    var one = Desk.parked(store, "stadt", standard);
    var two = Desk.parked(store, "stadt", standard);
    Desk.parked(store, "kreis", standard);

    var preview =
        Desk.json(
            desk.post(
                "/bulk/preview",
                "{\"operation\": {\"action\": \"repeat\"}, \"filter\": {\"standard\": \"%s\"}}"
                    .formatted(standard)));
    assertThat(preview.path("count").asInt()).isEqualTo(2);
    assertThat(store.get(one).state()).isEqualTo(MessageState.PARKED);
    var result =
        Desk.json(
            desk.post(
                "/bulk",
                "{\"token\": \"%s\", \"reason\": \"route repaired\"}"
                    .formatted(preview.path("token").asString())));

    assertThat(result.path("done").asInt()).isEqualTo(2);
    assertThat(store.get(one).state()).isEqualTo(MessageState.RECEIVED);
    assertThat(store.get(two).state()).isEqualTo(MessageState.RECEIVED);
    assertThat(desk.json("/log").path("entries").get(0).path("action").asString())
        .isEqualTo("bulk-repeat");
  }

  @Test
  void pausedRoute_isListedUntilItIsResumed() throws Exception {
    var route = "route-" + UUID.randomUUID();

    var paused = Desk.json(desk.post("/routes/" + route + "/pause", Desk.BECAUSE));
    assertThat(paused.path("pauses").toString()).contains("route:" + route);
    assertThat(new Desk(port, TestGateway.OTHER_OPERATOR).get("/pauses").body())
        .doesNotContain(route);

    var resumed = Desk.json(desk.post("/routes/" + route + "/resume", Desk.BECAUSE));
    assertThat(resumed.path("pauses").toString()).doesNotContain(route);
    assertThat(desk.get("/log").body()).contains("route:" + route, "the office has moved");
  }

  @Test
  void audit_checksTheTenantsTimelines() throws Exception {
    var report = new Desk(port, TestGateway.AUDITOR).json("/audit?message=" + id);

    assertThat(report.path("holds").asBoolean()).isTrue();
    assertThat(report.path("messages").asInt()).isEqualTo(1);
    assertThat(
            new Desk(port, TestGateway.OTHER_OPERATOR)
                .json("/audit?message=" + id)
                .path("messages")
                .asInt())
        .isZero();
  }

  @Test
  void circuits_areShownWithWhatIsWrong() throws Exception {
    jdbc.update(
        """
        insert into circuit (destination, state, failures, opened_at, probe_at, last_code,
          changed_at) values ('delivery:shown', 'OPEN', 7, now(), now(), 'AB-5001', now())\
        """);
    try {
      var shown =
          StreamSupport.stream(desk.json("/circuits").path("circuits").spliterator(), false)
              .filter(it -> it.path("destination").asString().equals("delivery:shown"))
              .findFirst()
              .orElseThrow();

      assertThat(shown.path("state").asString()).isEqualTo("OPEN");
      assertThat(shown.path("failures").asInt()).isEqualTo(7);
      assertThat(shown.path("lastCode").asString()).isEqualTo("AB-5001");
      assertThat(shown.path("probeAt").asString()).isNotEmpty();
    } finally {
      jdbc.update("delete from circuit where destination = 'delivery:shown'");
    }
  }

  @ParameterizedTest
  @CsvSource({"reject, REJECTED", "cancel, CANCELLED", "redirect, RECEIVED"})
  void bulk_canDoWhatIsDoneWithOne(String action, MessageState state) throws Exception {
    var standard = "bulk" + UUID.randomUUID();
    var one = Desk.parked(store, "stadt", standard);
    var target = action.equals("redirect") ? ", \"delivery\": \"amt\"" : "";

    var preview =
        Desk.json(
            desk.post(
                "/bulk/preview",
                "{\"operation\": {\"action\": \"%s\"%s}, \"filter\": {\"standard\": \"%s\"}}"
                    .formatted(action, target, standard)));
    var token = preview.path("token").asString();
    Desk.json(
        desk.post("/bulk", "{\"token\": \"%s\", \"reason\": \"all wrong\"}".formatted(token)));

    assertThat(store.get(one).state()).isEqualTo(state);
    assertThat(store.timeline(one).get(2).details()).containsEntry("reason", "all wrong");
  }

  private TimelineEntry last() {
    var timeline = store.timeline(id);
    return timeline.get(timeline.size() - 1);
  }

  private static Map<String, byte[]> unzipped(byte[] content) throws Exception {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
