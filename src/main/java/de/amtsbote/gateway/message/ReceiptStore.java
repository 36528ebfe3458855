package de.amtsbote.gateway.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The receipts of hand-overs: which are to be asked for, and the process cards that were seen. */
public class ReceiptStore {

  /** How often it is asked whether a reader has come too late. */
  static final int LATE_CHECKS = 90;

  private static final String ASKED =
      """
      checks = checks + 1, updated_at = ?, next_check_at =
        case when state = 'FAILED' and checks + 1 >= %d then null else ?::timestamptz end\
      """
          .formatted(LATE_CHECKS);

  private final JdbcTemplate jdbc;
  private final Clock clock;

  ReceiptStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps the process card as it was said to be.
   *
   * @param document all that the intermediary said; null when there is nothing to keep
   * @param asked when the question went out: what happened after that may not stand in the answer
   * @param nextCheck when to ask again; null to ask no more
   */
  public void seen(UUID id, CardTimes card, byte[] document, Instant asked, Instant nextCheck) {
    var now = PostgresTimes.time(now());
    jdbc.update(
        """
        with seen as (
          insert into process_card (transmission_id, document, seen_at)
          select ?, document, ? from (select ?::bytea as document) as said
          where document is not null
          on conflict (transmission_id) do update set document = excluded.document,
            seen_at = excluded.seen_at)
        update transmission set card_created_at = ?, card_forwarded_at = ?, card_received_at = ?,
          card_checked_at = ?, %s where id = ?\
        """
            .formatted(ASKED),
        id,
        now,
        document,
        PostgresTimes.time(card.created()),
        PostgresTimes.time(card.forwarded()),
        PostgresTimes.time(card.received()),
        PostgresTimes.time(asked.truncatedTo(ChronoUnit.MICROS)),
        now,
        PostgresTimes.time(nextCheck),
        id);
  }

  /** What the intermediary said last of a hand-over; empty when it has said nothing. */
  public Optional<byte[]> processCard(UUID id) {
    return jdbc
        .queryForList(
            "select document from process_card where transmission_id = ?", byte[].class, id)
        .stream()
        .findFirst();
  }

  /** Asks for the receipt later, because it could not be asked for now. */
  public void checkLater(UUID id, Duration delay) {
    jdbc.update(
        "update transmission set " + ASKED + " where id = ?",
        PostgresTimes.time(now()),
        PostgresTimes.time(now().plus(delay)),
        id);
  }

  /**
   * A delivery was looked at, and its receiver has not answered: enters this for all that were due
   * to be asked for.
   *
   * @param answered hand-overs whose answers lie there but have not been taken down
   * @param since when the look began
   */
  public void unanswered(String delivery, Collection<UUID> answered, Instant since) {
    var looked = PostgresTimes.time(since.truncatedTo(ChronoUnit.MICROS));
    jdbc.update(
        """
        update transmission set card_checked_at = ?, next_check_at = null, updated_at = ?
        where kind = 'DELIVERY' and partner = ? and state = 'SENT' and next_check_at <= ?
          and not (id = any (?))\
        """,
        looked,
        PostgresTimes.time(now()),
        delivery,
        looked,
        answered.toArray(UUID[]::new));
  }

  /**
   * Hand-overs whose receipt is due to be asked for, the longest waiting first; also those that
   * were given up, for a while.
   */
  public List<Transmission> dueForCheck(TransmissionKind kind, int limit) {
    return jdbc.query(
        """
        select * from transmission
        where next_check_at <= ? and state in ('SENT', 'FAILED') and kind = ?
        order by next_check_at limit ?\
        """,
        (row, index) -> PostgresTransmissionRow.of(row),
        PostgresTimes.time(now()),
        kind.name(),
        limit);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
