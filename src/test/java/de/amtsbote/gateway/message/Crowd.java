package de.amtsbote.gateway.message;

import org.springframework.jdbc.core.JdbcTemplate;

/** Very many messages, as benchmarks need them. */
public final class Crowd {

  /** Two years of messages of two tenants, one of each thousand parked, each handed over once. */
  private static final String MESSAGE =
      """
      insert into message (id, tenant, entry_kind, entry_account, state, standard, xoev_uuid, route,
        reason_code, received_at, updated_at, timeline_head)
      select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000'
          || lpad(to_hex(n), 16, '8'))::uuid,
        'stadt' || n % 2, 'REST', 'portal',
        case when n % 1000 < 2 then 'PARKED' else 'COMPLETED' end,
        case when n % 10000 < 2 then 'xselten' when n % 10 < 4 then 'xhaus' else 'xbau' end,
        md5(n::text), case when n % 10000 < 2 then 'selten' else 'route' || n % 20 end,
        case when n % 50000 < 2 then 'CERTIFICATE_REFUSED'
          when n % 1000 < 2 then 'ROUTE_MISSING' end, at, at, ''
      from (select n, timestamptz '2024-11-23' + n * (interval '730 days' / ?) as at
        from generate_series(1, ?) as n) as made\
      """;

  private static final String HANDED_OVER =
      """
      insert into transmission (id, message_id, tenant, kind, destination, state, osci_message_id,
        created_at, updated_at)
      select gen_random_uuid(), id, tenant, 'OSCI', 'partner' || get_byte(uuid_send(id), 15) % 200
        || ' via portal', 'DELIVERED', 'osci-' || xoev_uuid, received_at, received_at from message\
      """;

  /** What senders call them, each of three messages by one case number. */
  private static final String KNOWN =
      """
      insert into idempotency (tenant, entry_kind, entry_account, key, fingerprint, message_id,
        payload_sha256, received_at)
      select tenant, entry_kind, entry_account, 'key-' || xoev_uuid, '', id, '', received_at
      from message\
      """;

  private static final String CASES =
      """
      insert into correlation (message_id, tenant, process_ref, external_id, in_reply_to)
      select id, tenant, 'FALL-' || number / 3, null,
        case when number % 5 = 0 then lag(id) over (order by number) end
      from (select id, tenant, row_number() over (order by id) as number from message) as numbered\
      """;

  private Crowd() {}

  /** Messages, and a hand-over of each. */
  public static void fill(JdbcTemplate jdbc, int messages) {
    jdbc.update(MESSAGE, messages, messages);
    jdbc.update(HANDED_OVER);
    jdbc.execute("vacuum analyze message, transmission");
  }

  /** What they are known by elsewhere, and which answers which. */
  public static void correlate(JdbcTemplate jdbc) {
    jdbc.update(KNOWN);
    jdbc.update(CASES);
    jdbc.execute("vacuum analyze idempotency, correlation");
  }
}
