package de.amtsbote.gateway.entry.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.Refusal;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Traits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@GatewayTest
class MailboxListTest {

  @LocalServerPort int port;
  @Autowired Postman postman;
  @Autowired MessageStore store;
  @Autowired JdbcTemplate jdbc;
  Procedure procedure;
  Portal portal;

  @BeforeEach
  void emptyMailbox() {
    jdbc.update("delete from mailbox_entry");
    procedure = Procedure.at(port);
    portal = Portal.at(port);
  }

  @Test
  void message_isListedWithWhatIsKnownOfIt() throws Exception {
    var id =
        waiting("bau", "Amtsbote-Reader", "ags:1", "Amtsbote-Process-Ref", "PORTAL-2026-000123");

    var found = procedure.list("").json().path("messages");

    assertThat(found).hasSize(1);
    var message = found.get(0);
    assertThat(message.path("id").asString()).isEqualTo(id);
    assertThat(message.path("progress").asString()).isEqualTo("NEW");
    assertThat(message.path("reader").asString()).isEqualTo("ags:1");
    assertThat(message.path("processRef").asString()).isEqualTo("PORTAL-2026-000123");
    assertThat(message.path("size").asInt()).isEqualTo(4);
    assertThat(message.path("parts").get(0).path("role").asString()).isEqualTo("PAYLOAD");
  }

  @Test
  void pages_followEachOtherWithoutGapOrOverlap() throws Exception {
    var all = List.of(waiting("a"), waiting("a"), waiting("a"));

    var first = procedure.list("?limit=2");
    var second = procedure.list("?limit=2&cursor=" + first.field("nextCursor"));

    assertThat(ids(first)).isEqualTo(all.subList(0, 2));
    assertThat(ids(second)).isEqualTo(all.subList(2, 3));
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
  }

  @Test
  void pageThatBeganBeforeOthersWereTaken_goesOnBehindThem() throws Exception {
    var all = List.of(waiting("a"), waiting("a"), waiting("a"));
    var first = procedure.list("?limit=1");
    procedure.says(all.get(0), Procedure.status("processed"));

    assertThat(ids(procedure.list("?cursor=" + first.field("nextCursor"))))
        .isEqualTo(all.subList(1, 3));
  }

  @Test
  void serviceAndStandard_filter() throws Exception {
    var bau = waiting("bau");
    var umzug = waiting("umzug");
    var wohnung = portal.submit("<a/>").field("id");
    store.describe(
        MessageId.parse(wohnung), new Traits("xdemo", "1.0", "0100", null, null, null, null));
    postman.bring(wohnung, "amt");

    assertThat(ids(procedure.list("?service=bau"))).containsExactly(bau);
    assertThat(ids(procedure.list("?service=umzug"))).containsExactly(umzug);
    assertThat(ids(procedure.list("?standard=xdemo"))).containsExactly(wohnung);
    assertThat(ids(procedure.list("?standard=xdemo&service=bau"))).isEmpty();
  }

  @Test
  void progress_tellsWhatIsStillToBeDone() throws Exception {
    var fresh = waiting("a");
    var accepted = waiting("a");
    procedure.says(accepted, Procedure.status("accepted"));
    var done = waiting("a");
    procedure.says(done, Procedure.status("processed"));

    assertThat(ids(procedure.list(""))).containsExactly(fresh);
    assertThat(ids(procedure.list("?progress=accepted"))).containsExactly(accepted);
    assertThat(ids(procedure.list("?progress=settled"))).containsExactly(done);
    assertThat(ids(procedure.list("?progress=all"))).containsExactly(fresh, accepted, done);
  }

  @Test
  void procedure_seesWhichMailboxesItReads() throws Exception {
    var answer = new Portal(port, TestGateway.PROCEDURE).get("/api/v1/mailboxes");

    assertThat(answer.json().path("mailboxes").toString())
        .isEqualTo("[\"amt\",\"zweitstelle\",\"replies\"]");
    assertThat(portal.get("/api/v1/mailboxes").json().path("mailboxes").toString())
        .isEqualTo("[\"replies\"]");
  }

  @Test
  void procedureOfAnotherParty_findsNoSuchMailbox() throws Exception {
    waiting("a");

    Refusal.assertProblem(
        Procedure.at(port, TestGateway.OTHER_PROCEDURE, "amt").list(""), ErrorCode.MAILBOX_UNKNOWN);
    Refusal.assertProblem(procedure(TestGateway.PROCEDURE, "nirgends"), ErrorCode.MAILBOX_UNKNOWN);
  }

  @Test
  void sameParty_inAnotherTenant_seesNothingOfIt() throws Exception {
    var id = waiting("a");
    var foreign = Procedure.at(port, TestGateway.FOREIGN_PROCEDURE, "amt");

    assertThat(ids(foreign.list(""))).isEmpty();
    Refusal.assertProblem(foreign.fetch(id), ErrorCode.MAILBOX_UNKNOWN);
    Refusal.assertProblem(
        foreign.says(id, Procedure.status("processed")), ErrorCode.MAILBOX_UNKNOWN);
  }

  @Test
  void portal_readsNoMailboxOfProcedures() throws Exception {
    Refusal.assertProblem(procedure(TestGateway.PORTAL, "amt"), ErrorCode.ROLE_MISSING);
  }

  @Test
  void operator_readsNoMailbox() throws Exception {
    Refusal.assertProblem(procedure(TestGateway.OPERATOR, "amt"), ErrorCode.ROLE_MISSING);
  }

  @Test
  void stranger_isRefused() throws Exception {
    Refusal.assertProblem(procedure(null, "amt"), ErrorCode.TOKEN_MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "cursor=abc", "cursor=-1", "progress=x", "standard=%00"})
  void impossibleFilter_isRefused(String query) throws Exception {
    Refusal.assertProblem(procedure.list("?" + query), ErrorCode.PARAMETER_INVALID);
  }

  private Portal.Answer procedure(String token, String mailbox) throws Exception {
    return Procedure.at(port, token, mailbox).list("");
  }

  private String waiting(String service, String... headers) throws Exception {
    var all = new ArrayList<>(List.of("Amtsbote-Service", service));
    all.addAll(List.of(headers));
    var id = portal.submit("<a/>", all.toArray(String[]::new)).field("id");
    postman.bring(id, "amt");
    return id;
  }

  private static List<String> ids(Portal.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("messages").findValuesAsString("id");
  }
}
