package de.amtsbote.gateway.message.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestDatabase;
import de.amtsbote.gateway.message.Crowd;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long it takes to find a case by any of its ids when there are many messages. Not part of the
 * build; docs/performance.md says how to run it.
 */
class AnyIdBenchmark {

  private static final int MESSAGES = Integer.getInteger("amtsbote.messages", 100_000);
  private static final int TIMES = 20;
  private static final int PAGE = 51;

  private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh());
  private final CorrelationStore store = new CorrelationStore(jdbc);

  @Test
  void everyKindOfId() {
    Crowd.fill(jdbc, MESSAGES);
    Crowd.correlate(jdbc);
    System.out.printf(
        "%,d messages%n", jdbc.queryForObject("select count(*) from message", Long.class));
    var any =
        jdbc.queryForMap(
            "select m.id::text as id, m.tenant, m.xoev_uuid, t.id::text as delivery, c.process_ref"
                + " from message m join transmission t on t.message_id = m.id"
                + " join correlation c on c.message_id = m.id"
                + " where c.in_reply_to is not null limit 1");
    measure("message id", any, text(any, "id"));
    measure("id of a hand-over", any, text(any, "delivery"));
    measure("idempotency key", any, "key-" + text(any, "xoev_uuid"));
    measure("XÖV UUID", any, text(any, "xoev_uuid"));
    measure("OSCI message id", any, "osci-" + text(any, "xoev_uuid"));
    measure("process reference", any, text(any, "process_ref"));
    measure("unknown id", any, "nobody");
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) row.get(column);
  }

  private void measure(String kind, Map<String, Object> any, String id) {
    var tenant = text(any, "tenant");
    var found = store.find(tenant, null, id, null, PAGE).size();
    var own = store.find(tenant, "portal", id, null, PAGE).size();
    var begin = System.nanoTime();
    for (var i = 0; i < TIMES; i++) {
      store.find(tenant, null, id, null, PAGE);
      store.find(tenant, "portal", id, null, PAGE);
    }
    System.out.printf(
        "any id, %s: %.1f ms, %d found%n",
        kind, (System.nanoTime() - begin) / 1e6 / TIMES / 2, found);
    assertThat(own).isEqualTo(found);
    assertThat(found > 0).isEqualTo(!id.equals("nobody"));
  }
}
