package de.amtsbote.gateway.way;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsbote.gateway.simulator.fitconnect.FitConnectFault;
import de.amtsbote.gateway.way.FitSender.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From senders of FIT-Connect to the procedure of the Bauamt, and what the senders hear of it. */
class FitConnectWayTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Town town = Town.shared();
  private final FitSender sender = town.fitConnect.sender();

  @AfterEach
  void repair() {
    town.fitConnect.server.fault(null);
  }

  @Test
  void submission_isAcceptedWhenTheProcedureHasIt() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    sender.attachments = List.of(noise(70_000), noise(2_000_000));

    var sent = sender.send(payload);

    awaitState(sent, "ACCEPTED");
    assertThat(town.droppedWith("bauamt", payload)).hasSize(1);
    assertThat(messagesOf(sent)).containsExactly("DELIVERED");
    assertThat(partSizesOf(sent)).contains(70_000L, 2_000_000L);
  }

  @Test
  void acceptance_isBoundToAllPieces() throws Exception {
    sender.attachments = List.of(noise(10));

    var sent = sender.send(Samples.xdemo("0100/minimal.xml"));

    awaitState(sent, "ACCEPTED");
    var submitted = sender.events(sent, "submit-submission").get(0);
    assertThat(sender.events(sent, "accept-submission"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.get("authenticationTags"))
                    .isEqualTo(submitted.get("authenticationTags")));
  }

  @Test
  void invalidDocument_isRejectedWithEveryViolation() throws Exception {
    var sent = sender.send(Samples.xdemo("0200/broken-missing.xml"));

    awaitState(sent, "REJECTED");
    assertThat(messagesOf(sent)).containsExactly("REJECTED");
    assertThat(problems(sent))
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.get("type")).asString().endsWith("/problems/schema-violation");
              assertThat(it.get("instance")).isEqualTo("data");
              assertThat(it.get("detail")).asString().startsWith("Zeile ");
            });
  }

  @Test
  void changedOctet_isRefusedAndNothingIsStored() throws Exception {
    town.fitConnect.server.fault(FitConnectFault.TAMPERED);

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "encryption-issue", "data");
  }

  @Test
  void contentThatDoesNotInflate_isRefusedAndHoldsUpNothing() throws Exception {
    sender.zippedData = new byte[] {1, 2, 3};
    var broken = sender.send(Samples.xdemo("0100/minimal.xml"));
    sender.zippedData = null;

    awaitState(sender.send(Samples.xdemo("0100/minimal.xml")), "ACCEPTED");

    isRefused(broken, "encryption-issue", "data");
  }

  @Test
  void exchangedDocument_isRefused() throws Exception {
    awaitState(sender.send(Samples.xdemo("0100/minimal.xml")), "ACCEPTED");
    town.fitConnect.server.fault(FitConnectFault.EXCHANGED);

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "hash-mismatch", "data");
  }

  @Test
  void forgedEvent_isRefused() throws Exception {
    town.fitConnect.server.fault(FitConnectFault.FORGED_EVENTS);

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "invalid-event-log", "submission");
  }

  @Test
  void documentOfAnotherHash_isRefused() throws Exception {
    sender.hashedData = noise(10);

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "hash-mismatch", "data");
  }

  @Test
  void attachmentOfAnotherHash_isRefused() throws Exception {
    sender.attachments = List.of(noise(10));
    sender.hashedAttachments = List.of(noise(11));

    var problem = isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "hash-mismatch", null);

    assertThat(problem.get("instance")).asString().startsWith("attachment:");
  }

  @Test
  void lostAttachment_isRefused() throws Exception {
    sender.attachments = List.of(noise(10));
    town.fitConnect.server.fault(FitConnectFault.MISSING_ATTACHMENTS);

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "missing-attachment", null);
  }

  @Test
  void encryptionForAnotherKey_isRefused() throws Exception {
    sender.kid = "somebody-else";

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "encryption-issue", "metadata");
  }

  @Test
  void oversizeDocument_isRefused() throws Exception {
    isRefused(sender.send(noise(TownFitConnect.LARGEST + 1)), "technical-error", "data");
  }

  @Test
  void oversizeAttachment_isRefused() throws Exception {
    sender.attachments = List.of(noise(TownFitConnect.LARGEST + 1));

    var problem =
        isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "technical-error", null);

    assertThat(problem.get("instance")).asString().startsWith("attachment:");
  }

  @Test
  void submissionThatIsListedAgain_isNotTakenAgain() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    var sent = sender.send(payload);
    awaitState(sent, "ACCEPTED");
    var fetches = fetches(sent);

    town.fitConnect.server.fault(FitConnectFault.REPLAYED);
    awaitState(sender.send(Samples.xdemo("0100/minimal.xml")), "ACCEPTED");

    assertThat(fetches(sent)).isEqualTo(fetches);
    assertThat(messagesOf(sent)).hasSize(1);
    assertThat(town.droppedWith("bauamt", payload)).hasSize(1);
  }

  @Test
  void documentThatIsHandedInAgain_isTheFirstMessage() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    awaitState(sender.send(payload), "ACCEPTED");

    awaitState(sender.send(payload), "ACCEPTED");

    assertThat(town.droppedWith("bauamt", payload)).hasSize(1);
  }

  @Test
  void otherDocumentOfAKnownUuid_isRejected() throws Exception {
    var payload = Samples.xdemo("0100/minimal.xml");
    awaitState(sender.send(payload), "ACCEPTED");

    var other = sender.send((new String(payload, UTF_8) + "\n").getBytes(UTF_8));

    awaitState(other, "REJECTED");
    assertThat(problems(other).get(0).get("detail")).asString().startsWith("AB-1021");
  }

  @Test
  void moreAttachmentsThanTaken_areRefused() throws Exception {
    sender.attachments = List.of(noise(1), noise(2), noise(3), noise(4), noise(5), noise(6));

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "technical-error", "submission");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata/2.1.0 | metadata/9.0.0 | unsupported-schema",
        "sha512 | md5 | schema-violation",
        "99012000000000 | 99012000000001 | service-mismatch",
      })
  void metadataThatSaySomethingElse_areRefused(String right, String wrong, String type)
      throws Exception {
    sender.metadata = it -> it.replace(right, wrong);

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), type, "metadata");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\u000a", "\\u202e", "\\ud800"})
  void nameThatCannotBeShown_isRefused(String character) throws Exception {
    sender.attachments = List.of(noise(10));
    sender.metadata = it -> it.replace("anlage-0", "anlage" + character);

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "schema-violation", "metadata");
  }

  @Test
  void metadataWithoutTheAttachments_areRefused() throws Exception {
    sender.attachments = List.of(noise(10));
    sender.metadata = it -> it.replaceFirst("\"attachments\":\\[.*?}}?]", "\"attachments\":[]");

    isRefused(sender.send(Samples.xdemo("0100/minimal.xml")), "attachments-mismatch", "submission");
  }

  @ParameterizedTest
  @EnumSource(
      value = FitConnectFault.class,
      names = {"DOWN", "GARBAGE", "DENIED"})
  void serviceThatFails_makesTheSubmissionWait(FitConnectFault fault) throws Exception {
    var before = town.fitConnect.server.calls().size();
    var sent = sender.send(Samples.xdemo("0100/minimal.xml"));
    town.fitConnect.server.fault(fault);
    await().atMost(SOON).until(() -> town.fitConnect.server.calls().size() > before + 6);

    town.fitConnect.server.fault(null);

    awaitState(sent, "ACCEPTED");
    assertThat(messagesOf(sent)).containsExactly("DELIVERED");
  }

  @Test
  void expiredToken_isRenewed() throws Exception {
    var tokens = town.fitConnect.server.tokens();
    town.fitConnect.server.fault(FitConnectFault.EXPIRED_TOKENS);

    var sent = town.fitConnect.sender().send(Samples.xdemo("0100/minimal.xml"));

    awaitState(sent, "ACCEPTED");
    assertThat(town.fitConnect.server.tokens()).isGreaterThan(tokens + 1);
  }

  @Test
  void answerThatIsLost_makesNoSecondMessageAndNoSecondEvent() throws Exception {
    town.fitConnect.server.fault(FitConnectFault.LOST_EVENT);
    var sent = sender.send(Samples.xdemo("0100/minimal.xml"));
    awaitState(sent, "ACCEPTED");

    town.fitConnect.server.fault(null);

    await().atMost(SOON).until(() -> isTold(sent));
    assertThat(messagesOf(sent)).hasSize(1);
    assertThat(sender.events(sent, "accept-submission")).hasSize(1);
  }

  @Test
  void destinationOfStrangers_isNotFetchedFrom() throws Exception {
    sender.destination = TownFitConnect.STRANGERS;
    var foreign = sender.send(Samples.xdemo("0100/minimal.xml"));

    sender.destination = TownFitConnect.BAUAMT;
    awaitState(sender.send(Samples.xdemo("0100/minimal.xml")), "ACCEPTED");

    assertThat(stateOf(foreign.submission())).isEqualTo("SUBMITTED");
    assertThat(messagesOf(foreign)).isEmpty();
  }

  private Map<String, Object> isRefused(Sent sent, String type, String instance) throws Exception {
    awaitState(sent, "REJECTED");
    assertThat(messagesOf(sent)).isEmpty();
    var problem = problems(sent).get(0);
    assertThat(problem.get("type")).asString().endsWith("/problems/" + type);
    if (instance != null) {
      assertThat(problem.get("instance")).isEqualTo(instance);
    }
    return problem;
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> problems(Sent sent) throws Exception {
    return (List<Map<String, Object>>)
        sender.events(sent, "reject-submission").get(0).get("problems");
  }

  private void awaitState(Sent sent, String state) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(stateOf(sent.submission())).isEqualTo(state));
  }

  private String stateOf(UUID submission) {
    return town.fitConnect.server.states().get(submission);
  }

  private long fetches(Sent sent) {
    return town.fitConnect.server.calls().stream()
        .filter(it -> it.equals("GET /v2/submissions/" + sent.submission()))
        .count();
  }

  private boolean isTold(Sent sent) {
    return town.jdbc()
        .queryForObject(
            "select told_at is not null from fit_submission where id = ?",
            Boolean.class,
            sent.submission());
  }

  private List<String> messagesOf(Sent sent) {
    return town.jdbc()
        .queryForList(
            "select m.state from message m join idempotency i on i.message_id = m.id where i.key = ?",
            String.class,
            sent.submission().toString());
  }

  private List<Long> partSizesOf(Sent sent) {
    return town.jdbc()
        .queryForList(
            """
            select p.size from part p join idempotency i on i.message_id = p.message_id
            where i.key = ?""",
            Long.class,
            sent.submission().toString());
  }

  private static byte[] noise(int length) {
    var noise = new byte[length];
    new Random().nextBytes(noise);
    return noise;
  }
}
