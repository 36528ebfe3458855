package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the portal through route, intermediary and mailbox to the Fachverfahren, and back. */
class WholeWayTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static Town town;
  private static PortalClient portal;

  @BeforeAll
  static void startTown() throws Exception {
    town = new Town(folder);
    town.start();
    portal = new PortalClient(town.port());
  }

  @AfterAll
  static void stopTown() {
    town.close();
  }

  @AfterEach
  void procedureWorks() {
    town.procedureAnswers(204);
  }

  @Test
  void application_reachesTheProcedureBitIdentical() throws Exception {
    var payload = fresh("0100/minimal.xml");
    var pdf = noise(5 * 1024 * 1024 + 3);

    var id = portal.submit(payload, new PortalClient.File("nachweis.pdf", pdf));

    await().atMost(SOON).untilAsserted(() -> assertThat(postsWith(payload)).hasSize(1));
    assertThat(postsWith(pdf)).hasSize(1);
    awaitState(id, "DELIVERED");
  }

  @Test
  void receipt_isInTheTimelineWithTheTimesOfTheProcessCard() throws Exception {
    var id = portal.submit(fresh("0100/minimal.xml"));

    awaitState(id, "DELIVERED");

    var timeline = portal.message(id).path("timeline");
    assertThat(timeline.findValuesAsString("event"))
        .containsSubsequence(
            "RECEIVED",
            "ROUTED",
            "VALIDATED",
            "RESERVED",
            "HANDED_OVER",
            "SENT",
            "RECEIPT",
            "DELIVERED");
    assertThat(timeline.toString()).contains("reception");
  }

  @Test
  void application_forTheOtherOffice_isDroppedAsAFolder() throws Exception {
    var payload = fresh("0200/minimal.xml");

    var id = portal.submit(payload, new PortalClient.File("plan.pdf", noise(100_000)));

    awaitState(id, "DELIVERED");
    await().atMost(SOON).untilAsserted(() -> assertThat(droppedWith(payload)).hasSize(1));
    assertThat(droppedWith(payload).get(0).resolve("plan.pdf")).hasSize(100_000);
  }

  @Test
  void application_thatBreaksTheSchema_isRejectedWithLineAndPath() throws Exception {
    var id = portal.submit(fresh("0200/broken-missing.xml"));

    awaitState(id, "REJECTED");

    var finding = portal.message(id).at("/reason/findings/0");
    assertThat(finding.path("line").asInt()).isPositive();
    assertThat(finding.path("path").asString()).startsWith("/");
  }

  @Test
  void application_forAnUnknownAuthority_isRejected() throws Exception {
    var id = portal.submit(fresh("special/unknown-authority.xml"));

    awaitState(id, "REJECTED");

    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-3005");
  }

  @Test
  void message_ofAnUnknownStandard_isRejected() throws Exception {
    var id = portal.submit("<a xmlns='urn:nobody'/>".getBytes(StandardCharsets.UTF_8));

    awaitState(id, "REJECTED");

    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-2003");
  }

  @Test
  void message_withADoctype_isRejected() throws Exception {
    var id = portal.submit("<!DOCTYPE a><a xmlns='urn:x'/>".getBytes(StandardCharsets.UTF_8));

    awaitState(id, "REJECTED");

    assertThat(portal.message(id).at("/reason/code").asString()).isEqualTo("AB-2002");
  }

  @Test
  void submissionThatIsRepeated_isDeliveredOnce() throws Exception {
    var payload = fresh("0100/minimal.xml");
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

    var first = portal.submit(payload, Map.of(), key);
    var second = portal.submit(payload, Map.of(), key);

    assertThat(second).isEqualTo(first);
    awaitState(first, "DELIVERED");
    await().atMost(SOON).untilAsserted(() -> assertThat(postsWith(payload)).hasSize(1));
  }

  @Test
  void procedureThatIsDown_getsTheMessageWhenItIsBack() throws Exception {
    town.procedureAnswers(503);
    var payload = fresh("0100/minimal.xml");
    var id = portal.submit(payload);
    awaitState(id, "DELIVERED");
    await()
        .atMost(SOON)
        .until(() -> count("select count(*) from transmission where last_code = 'AB-5001'") > 0);

    town.procedureAnswers(204);

    await().atMost(SOON).untilAsserted(() -> assertThat(postsWith(payload)).hasSize(1));
  }

  @Test
  void crashAfterSending_asksForTheProcessCardAndSendsNothingAgain() throws Exception {
    var payload = fresh("0100/minimal.xml");
    var id = portal.submit(payload);
    awaitState(id, "DELIVERED");
    var cards = count("select count(*) from osci_card");

    forgetThatItWasSent(id);

    awaitState(id, "DELIVERED");
    assertThat(count("select count(*) from osci_card")).isEqualTo(cards);
    assertThat(postsWith(payload)).hasSize(1);
  }

  @Test
  void crashAfterHandOver_postsAgainUnderTheSameDeliveryId() throws Exception {
    var payload = fresh("0100/minimal.xml");
    portal.submit(payload);
    await().atMost(SOON).untilAsserted(() -> assertThat(postsWith(payload)).hasSize(1));
    var inbound = inboundOf(payload);

    forgetThatItWasHandedOver(inbound);

    await().atMost(SOON).untilAsserted(() -> assertThat(postsWith(payload)).hasSize(2));
    assertThat(deliveryIdsOf(payload)).hasSize(2).containsOnly(deliveryIdsOf(payload).get(0));
  }

  @Test
  void fileInTheFolder_becomesAMessage() throws Exception {
    var payload = fresh("0200/minimal.xml");

    Files.write(
        Files.createDirectories(folder.resolve("data/ablage")).resolve("antrag.xml"), payload);

    await().atMost(SOON).untilAsserted(() -> assertThat(droppedWith(payload)).hasSize(1));
  }

  private static void forgetThatItWasSent(String id) {
    awaitRest(id);
    jdbc()
        .update(
            "update transmission set state = 'SENDING', sent_at = null, next_check_at = null"
                + " where message_id = ?::uuid",
            id);
    runAgain(id, "VALIDATED");
  }

  private static void forgetThatItWasHandedOver(String id) {
    awaitRest(id);
    jdbc().update("update transmission set state = 'SENDING' where message_id = ?::uuid", id);
    runAgain(id, "VALIDATED");
  }

  private static void runAgain(String id, String state) {
    jdbc().update("update message set state = ? where id = ?::uuid", state, id);
    jdbc()
        .update(
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                + " version) values ('message', ?, now(), false, 1)",
            id);
  }

  private static void awaitRest(String id) {
    await()
        .atMost(SOON)
        .until(
            () ->
                jdbc()
                        .queryForObject(
                            "select count(*) from scheduled_tasks where task_instance = ?",
                            Long.class,
                            id)
                    == 0);
  }

  private static String inboundOf(byte[] payload) {
    return jdbc()
        .queryForObject(
            "select p.message_id::text from part p join message m on m.id = p.message_id"
                + " where m.entry_kind = 'OSCI_MAILBOX' and p.sha256 = sha256(?)",
            String.class,
            (Object) payload);
  }

  private static long count(String sql) {
    var count = jdbc().queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }

  private static JdbcTemplate jdbc() {
    return town.gateway().getBean(JdbcTemplate.class);
  }

  private static void awaitState(String id, String state) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(portal.message(id).path("state").asString())
                    .as(() -> portal.message(id).toPrettyString())
                    .isEqualTo(state));
  }

  private static List<byte[]> postsWith(byte[] content) {
    return town.posted.stream().filter(it -> contains(it, content)).toList();
  }

  private static List<String> deliveryIdsOf(byte[] content) {
    return java.util.stream.IntStream.range(0, town.posted.size())
        .filter(i -> contains(town.posted.get(i), content))
        .mapToObj(town.deliveryIds::get)
        .toList();
  }

  private static List<Path> droppedWith(byte[] payload) throws IOException {
    return town.dropped("gewerbeamt").stream()
        .filter(it -> java.util.Arrays.equals(read(it.resolve("payload.xml")), payload))
        .toList();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean contains(byte[] all, byte[] part) {
    var text = new String(all, StandardCharsets.ISO_8859_1);
    return text.contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  /** A sample with an id of its own, so that no two tests send the same message. */
  private static byte[] fresh(String sample) throws IOException {
    try (var in = XDemo.sample("1.0", sample).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst("<nachrichtenUUID>[^<]*", "<nachrichtenUUID>" + UUID.randomUUID())
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private static byte[] noise(int size) {
    var octets = new byte[size];
    new Random(size).nextBytes(octets);
    return octets;
  }
}
