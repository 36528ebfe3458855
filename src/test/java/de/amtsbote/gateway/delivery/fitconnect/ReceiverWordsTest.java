package de.amtsbote.gateway.delivery.fitconnect;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.fitconnect.AuthenticationTags;
import de.amtsbote.gateway.fitconnect.SubmissionEvent;
import de.amtsbote.gateway.fitconnect.SubmissionEvent.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is believed and shown of what receivers say. */
class ReceiverWordsTest {

  private static final AuthenticationTags OURS = new AuthenticationTags("m", "d", Map.of());

  @Test
  void reason_namesEachProblemWithItsPlace() {
    var rejection =
        event(
            Type.REJECT_SUBMISSION,
            """
            {"problems": [{"title": "Anlage fehlt", "instance": "attachment:7"},
              {"title": "Schema verletzt", "detail": "Zeile 3", "instance": "data"}]}""");

    assertThat(ReceiverWords.reason(rejection))
        .isEqualTo("Anlage fehlt (attachment:7); Schema verletzt (data): Zeile 3");
  }

  @Test
  void reason_isOneHarmlessLine() {
    var rejection =
        event(
            Type.REJECT_SUBMISSION,
            "{\"problems\": [{\"title\": \"eins\\nzwei\\u202edrei\\u0000\"}]}");

    assertThat(ReceiverWords.reason(rejection)).isEqualTo("eins zwei drei");
  }

  @Test
  void endlessReason_isCut() {
    var problem = "{\"title\": \"%s\"}".formatted("x".repeat(5000));
    var all = String.join(",", List.of(problem, problem, problem, problem, problem));

    assertThat(
            ReceiverWords.reason(
                event(Type.REJECT_SUBMISSION, "{\"problems\": [%s]}".formatted(all))))
        .hasSize(1000);
  }

  @Test
  void rejectionWithoutProblems_hasAReason() {
    assertThat(ReceiverWords.reason(event(Type.REJECT_SUBMISSION, "{}"))).contains("no reason");
  }

  @Test
  void acceptanceOfOurTags_isAboutOurSubmission() {
    assertThat(isAbout("{\"metadata\": \"m\", \"data\": \"d\"}", OURS)).isTrue();
  }

  @Test
  void acceptanceOfOtherTags_isNot() {
    assertThat(isAbout("{\"metadata\": \"m\", \"data\": \"other\"}", OURS)).isFalse();
  }

  @Test
  void acceptanceOfFewerPieces_isNot() {
    var more = new AuthenticationTags("m", "d", Map.of(UUID.randomUUID(), "tag of an attachment"));

    assertThat(isAbout("{\"metadata\": \"m\", \"data\": \"d\"}", more)).isFalse();
  }

  @Test
  void tagsThatNobodyKeptHere_areThoseOfTheDeliveryService() {
    assertThat(isAbout("{\"metadata\": \"m\", \"data\": \"d\"}", null)).isTrue();
    assertThat(isAbout("{\"metadata\": \"x\", \"data\": \"d\"}", null)).isFalse();
  }

  private static boolean isAbout(String tags, AuthenticationTags ours) {
    var submitted =
        event(
            Type.SUBMIT_SUBMISSION,
            "{\"authenticationTags\": {\"metadata\": \"m\", \"data\": \"d\"}}");
    var accepted = event(Type.ACCEPT_SUBMISSION, "{\"authenticationTags\": %s}".formatted(tags));
    return ReceiverWords.isAbout(accepted, ours, List.of(submitted, accepted));
  }

  private static SubmissionEvent event(Type type, String payload) {
    return new SubmissionEvent(
        UUID.randomUUID(),
        type,
        "issuer",
        UUID.randomUUID(),
        UUID.randomUUID(),
        Instant.EPOCH,
        null,
        JsonMapper.shared().readTree(payload));
  }
}
