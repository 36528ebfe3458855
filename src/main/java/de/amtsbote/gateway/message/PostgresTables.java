package de.amtsbote.gateway.message;

import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of a message, for the classes that work on them. */
record PostgresTables(
    PostgresMessages messages,
    PostgresParts parts,
    PostgresTimeline timeline,
    PostgresIdempotency idempotency,
    PostgresIdentities identities,
    PostgresSearch search) {

  PostgresTables(JdbcTemplate jdbc) {
    this(
        new PostgresMessages(jdbc),
        new PostgresParts(jdbc),
        new PostgresTimeline(jdbc),
        new PostgresIdempotency(jdbc),
        new PostgresIdentities(jdbc),
        new PostgresSearch(jdbc));
  }
}
