package de.amtsbote.gateway.entry.procedure;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.Portal.Answer;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A portal that would wait for the answer to what it hands in. */
@GatewayTest
class WaitForAnswerTest {

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  private final String key = UUID.randomUUID().toString();
  private Portal portal;
  private Procedure box;

  @BeforeEach
  void open() {
    portal = Portal.at(port);
    box = Procedure.at(port, TestGateway.PORTAL, "replies");
  }

  /** The same key is the same message: this is how a test comes by its id. */
  private Answer submit(String... preferences) throws Exception {
    var headers = new String[preferences.length + 4];
    System.arraycopy(preferences, 0, headers, 4, preferences.length);
    headers[0] = "Amtsbote-Reader";
    headers[1] = "ags:1";
    headers[2] = "Idempotency-Key";
    headers[3] = key;
    return portal.submit("<a/>", headers);
  }

  private CompletableFuture<Answer> waiting(String... more) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return submit(more);
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  private String handedIn() throws Exception {
    var id = submit().field("id");
    postman.bring(id, "amt");
    return id;
  }

  private String answered(String id) throws Exception {
    var reply = Procedure.at(port).answers(id, "?status=processed", "<bescheid/>").field("replyId");
    postman.bring(reply, "replies");
    return reply;
  }

  @Test
  void answerInTime_comesInPlaceOfTheReceipt() throws Exception {
    var id = handedIn();
    var waiting = waiting("Prefer", "respond-async, wait=30");

    var reply = answered(id);

    var answer = waiting.get(40, SECONDS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("<bescheid/>", "\"inReplyTo\" : \"" + id + "\"");
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=30");
    assertThat(answer.header("Content-Location"))
        .isEqualTo("/api/v1/mailboxes/replies/messages/" + reply);
  }

  @Test
  void answerThatWasGiven_staysInTheBoxUntilItIsAcknowledged() throws Exception {
    var reply = answered(handedIn());

    assertThat(submit("Prefer", "wait=30").status()).isEqualTo(200);

    assertThat(box.describe(reply).json().path("progress").asString()).isEqualTo("NEW");
  }

  @Test
  void whoTakesJsonOnly_isToldWhereTheAnswerIs() throws Exception {
    var reply = answered(handedIn());

    var answer = submit("Prefer", "wait=30", "Accept", "application/json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("id")).isEqualTo(reply);
  }

  @Test
  void noAnswerInTime_leavesTheReceiptAndTheAddressOfTheMessage() throws Exception {
    var id = handedIn();

    var answer = submit("Prefer", "wait=1");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.field("id")).isEqualTo(id);
    assertThat(answer.header("Location")).isEqualTo(Portal.PATH + "/" + id);
    assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
  }

  @Test
  void lateAnswer_waitsInTheBox() throws Exception {
    var id = handedIn();
    assertThat(submit("Prefer", "wait=1").status()).isEqualTo(202);

    var reply = answered(id);

    assertThat(box.fetch(reply).text()).contains("<bescheid/>");
  }

  @Test
  @Timeout(20)
  void messageThatIsPutAside_isNotWaitedFor() throws Exception {
    var id = submit().field("id");
    store.park(MessageId.parse(id), new GatewayException(ErrorCode.ROUTE_MISSING, "no route"));

    var answer = submit("Prefer", "wait=60");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.field("state")).isEqualTo("PARKED");
  }

  @Test
  @Timeout(20)
  void preferenceThatNobodyUnderstands_isPassedOver() throws Exception {
    handedIn();

    var answer = submit("Prefer", "wait=soon, handling=lenient");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Preference-Applied")).isNull();
  }
}
