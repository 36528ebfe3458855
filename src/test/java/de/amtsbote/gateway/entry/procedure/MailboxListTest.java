package de.amtsbote.gateway.entry.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import de.amtsbote.gateway.GatewayTest;
import de.amtsbote.gateway.TestGateway;
import de.amtsbote.gateway.entry.Portal;
import de.amtsbote.gateway.entry.Refusal;
import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.MessageStore;
import de.amtsbote.gateway.message.Traits;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

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
  void entriesOfAnEarlierRelease_areFoundByServiceAfterTheUpgrade() throws Exception {
    var old = waiting("bau");
    var other = waiting("umzug");
    jdbc.update("update mailbox_entry set standard = null, service = null");

    upgrade("mailbox_filters");

    assertThat(ids(procedure.list("?service=bau"))).containsExactly(old);
    assertThat(ids(procedure.list("?service=umzug"))).containsExactly(other);
  }

  /** Without this index it would walk over all that was ever settled. */
  @Test
  void acceptedEntries_haveAnIndexOfTheirOwn() {
    var plan =
        jdbc.execute(
            (Connection connection) -> {
              try (var statement = connection.createStatement()) {
                statement.execute("set enable_seqscan = off");
                try (var rows =
                    statement.executeQuery(
                        "explain select * from mailbox_entry where tenant = 'stadt' and mailbox ="
                            + " 'amt' and fetched_at is not null and settled_at is null and number"
                            + " > 0 order by number limit 50")) {
                  var text = new StringBuilder();
                  while (rows.next()) {
                    text.append(rows.getString(1)).append('\n');
                  }
                  return text.toString();
                } finally {
                  statement.execute("reset enable_seqscan");
                }
              }
            });

    assertThat(plan).contains("mailbox_entry_accepted");
  }

  @Test
  void longPage_asksTheDatabaseAsOftenAsAShortOne() throws Exception {
    waiting("a");
    var few = statements(() -> procedure.list(""));
    for (var i = 0; i < 6; i++) {
      procedure.says(waiting("a"), Procedure.status("accepted"));
      waiting("a");
    }

    var many = statements(() -> assertThat(ids(procedure.list("?progress=all"))).hasSize(13));

    assertThat(many).isPositive().isEqualTo(few);
  }

  private void upgrade(String subject) throws Exception {
    var scripts =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:db/migration/V*__" + subject + ".sql");
    assertThat(scripts).hasSize(1);
    new ResourceDatabasePopulator(scripts).execute(jdbc.getDataSource());
  }

  /** How many statements the threads that answer requests made meanwhile. */
  private static long statements(Callable<?> work) throws Exception {
    var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    var seen = new ListAppender<ILoggingEvent>();
    seen.start();
    var level = logger.getLevel();
    logger.setLevel(Level.DEBUG);
    logger.addAppender(seen);
    try {
      work.call();
    } finally {
      logger.detachAppender(seen);
      logger.setLevel(level);
    }
    return seen.list.stream()
        .filter(it -> it.getThreadName().contains("-exec-"))
        .filter(it -> it.getFormattedMessage().startsWith("Executing prepared SQL statement"))
        .count();
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
