package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestDatabase;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long operators wait for the first page of a search when there are many messages. Not part of
 * the build; docs/performance.md says how to run it.
 */
class SearchBenchmark {

  private static final int MESSAGES = Integer.getInteger("amtsbote.messages", 100_000);
  private static final int PAGE = 51;

  private final DataSource source = TestDatabase.fresh();
  private final JdbcTemplate jdbc = new JdbcTemplate(source);
  private final PostgresSearch search = new PostgresSearch(jdbc);

  @Test
  void firstPage_ofEachFilter() {
    Crowd.fill(jdbc, MESSAGES);
    System.out.printf(
        "%,d messages%n", jdbc.queryForObject("select count(*) from message", Long.class));
    var uuid =
        jdbc.queryForObject(
            "select xoev_uuid from message where tenant = 'stadt0' limit 1", String.class);
    var middle = Instant.parse("2025-11-23T00:00:00Z");

    measure("none", look(null, null, null, null, null, null, null));
    measure("state", look(MessageState.PARKED, null, null, null, null, null, null));
    measure("frequent standard", look(null, "xhaus", null, null, null, null, null));
    measure("rare standard", look(null, "xselten", null, null, null, null, null));
    measure(
        "state and rare standard",
        look(MessageState.PARKED, "xselten", null, null, null, null, null));
    measure(
        "state and code",
        look(MessageState.PARKED, null, null, null, null, null, ErrorCode.READER_UNKNOWN));
    measure("frequent code", reason(ErrorCode.ROUTE_MISSING, null));
    measure("rare code", reason(ErrorCode.CERTIFICATE_REFUSED, null));
    measure("code that none has", reason(ErrorCode.READER_UNKNOWN, null));
    measure("frequent route", reason(null, "route8"));
    measure("rare route", reason(null, "selten"));
    measure("route that none has", reason(null, "nirgends"));
    measure("rare code and route", reason(ErrorCode.CERTIFICATE_REFUSED, "selten"));
    measure("partner", look(null, null, "partner8", null, null, null, null));
    measure(
        "partner and state", look(MessageState.PARKED, null, "partner8", null, null, null, null));
    measure(
        "partner, state, standard",
        look(MessageState.PARKED, "xselten", "partner8", null, null, null, null));
    measure("time", look(null, null, null, middle, null, null, null));
    measure("state and time", look(MessageState.PARKED, null, null, middle, null, null, null));
    measure("XÖV UUID", look(null, null, null, null, uuid, null, null));
    measure("OSCI message id", look(null, null, null, null, null, "osci-" + uuid, null));
  }

  private static MessageSearch look(
      MessageState state,
      String standard,
      String partner,
      Instant to,
      String xoevUuid,
      String osciMessageId,
      ErrorCode code) {
    return new MessageSearch(
        "stadt0",
        state,
        standard,
        partner,
        null,
        to,
        xoevUuid,
        osciMessageId,
        code,
        null,
        null,
        PAGE);
  }

  private static MessageSearch reason(ErrorCode code, String route) {
    return new MessageSearch(
        "stadt0", null, null, null, null, null, null, null, code, route, null, PAGE);
  }

  private void measure(String filter, MessageSearch wanted) {
    var start = System.nanoTime();
    List<Message> page = search.find(wanted);
    System.out.printf(
        "search by %s: %.1f ms, %d found%n",
        filter, (System.nanoTime() - start) / 1e6, page.size());
    assertThat(page).hasSizeLessThanOrEqualTo(PAGE);
  }
}
