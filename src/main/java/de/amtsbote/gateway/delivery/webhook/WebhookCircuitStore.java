package de.amtsbote.gateway.delivery.webhook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Remembers which webhooks do not answer, for all nodes. */
@Component
class WebhookCircuitStore {

  private final JdbcTemplate jdbc;

  WebhookCircuitStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<OpenCircuit> find(String tenant, String account) {
    return all().stream()
        .filter(it -> it.tenant().equals(tenant) && it.account().equals(account))
        .findFirst();
  }

  /** Portals that do not answer, the longest first. */
  List<OpenCircuit> all() {
    return jdbc.query(
        """
        select tenant, account, failures, down_since, next_at, code from webhook_circuit
        order by down_since""",
        (row, index) ->
            new OpenCircuit(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant(),
                row.getString(6)));
  }

  void failed(String tenant, String account, String code, Instant now, Instant next) {
    jdbc.update(
        """
        insert into webhook_circuit (tenant, account, failures, down_since, next_at, code)
        values (?, ?, 1, ?, ?, ?)
        on conflict (tenant, account) do update
        set failures = webhook_circuit.failures + 1, next_at = excluded.next_at,
          code = excluded.code""",
        tenant,
        account,
        Timestamp.from(now),
        Timestamp.from(next),
        code);
  }

  void answered(String tenant, String account) {
    jdbc.update("delete from webhook_circuit where tenant = ? and account = ?", tenant, account);
  }

  /** A webhook that does not answer. */
  record OpenCircuit(
      String tenant,
      String account,
      int failures,
      Instant downSince,
      Instant nextAt,
      String code) {}
}
