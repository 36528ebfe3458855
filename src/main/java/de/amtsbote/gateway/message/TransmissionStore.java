package de.amtsbote.gateway.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The hand-overs of messages. Called within a transaction, it takes part in that one, so that a
 * hand-over and the state of its message change together.
 */
public class TransmissionStore {

  /**
   * What a node may still change that stood still so long that another took over; it must not undo
   * what that one did.
   */
  private static final String UNDER_WAY = "state in ('PLANNED', 'SENDING', 'FAILED')";

  private static final String ANY = "true";

  /** How often it is asked whether a reader has come too late. */
  private static final int LATE_CHECKS = 90;

  private final JdbcTemplate jdbc;
  private final NodeName node;
  private final Clock clock;

  TransmissionStore(JdbcTemplate jdbc, NodeName node, Clock clock) {
    this.jdbc = jdbc;
    this.node = node;
    this.clock = clock;
  }

  /**
   * The hand-over of a message to a receiver; made when it is asked for first, the same ever after,
   * also for another attempt on another node.
   */
  public Transmission open(MessageId message, TransmissionKind kind, String destination) {
    var now = PostgresTimes.time(now());
    jdbc.update(
        """
        insert into transmission (id, message_id, tenant, kind, destination, state, created_at,
          updated_at) select ?, id, tenant, ?, ?, 'PLANNED', ?, ? from message where id = ?
        on conflict (message_id, kind, destination) do nothing\
        """,
        UUID.randomUUID(),
        kind.name(),
        destination,
        now,
        now,
        message.value());
    return one(
        "message_id = ? and kind = ? and destination = ?",
        message.value(),
        kind.name(),
        destination);
  }

  /** The hand-over with this id. */
  public Transmission get(UUID id) {
    return one("id = ?", id);
  }

  /** All hand-overs of a message, oldest first. */
  public List<Transmission> of(MessageId message) {
    return query("message_id = ? order by created_at, id", message.value());
  }

  /** The hand-over that went out under this OSCI message id. */
  public Optional<Transmission> byOsciMessageId(String osciMessageId) {
    return query("osci_message_id = ?", osciMessageId).stream().findFirst();
  }

  /**
   * Keeps the OSCI message id; to be committed before anything is sent under it.
   *
   * @return false when there is one already: another node works on the same message
   */
  public boolean reserve(UUID id, String osciMessageId) {
    return set(id, UNDER_WAY + " and osci_message_id is null", "osci_message_id = ?", osciMessageId)
        == 1;
  }

  /**
   * Gives up an OSCI message id that the intermediary does not know.
   *
   * @param attempts begun under it so far; if another has begun meanwhile, the id stays
   */
  public void forget(UUID id, String osciMessageId, int attempts, GatewayException why) {
    var forgotten =
        jdbc.update(
            """
            update transmission set osci_message_id = null, state = 'PLANNED', last_code = ?,
              updated_at = ?
            where id = ? and osci_message_id = ? and attempts = ? and state = 'SENDING'\
            """,
            why.code().code(),
            PostgresTimes.time(now()),
            id,
            osciMessageId,
            attempts);
    if (forgotten == 1) {
      endAttempt(id, AttemptResult.FAILED, why.code(), why.incident());
    }
  }

  /** Notes that an attempt begins; to be committed before it does. */
  public boolean sending(UUID id) {
    return begin(id, UNDER_WAY);
  }

  /**
   * Notes that an attempt under this OSCI message id begins; to be committed before it does.
   *
   * @return false when it must not: another node has sent it, or has another id for it
   */
  public boolean sending(UUID id, String osciMessageId) {
    return begin(id, UNDER_WAY + " and osci_message_id = ?", osciMessageId);
  }

  /** The intermediary has it; the receipt is asked for at that time. */
  public void sent(UUID id, Instant nextCheck) {
    endAttempt(id, AttemptResult.DONE, null, null);
    set(
        id,
        "state <> 'DELIVERED'",
        "state = 'SENT', sent_at = ?, next_check_at = ?, last_code = null",
        PostgresTimes.time(now()),
        PostgresTimes.time(nextCheck));
  }

  /** The receiver has it. */
  public void delivered(UUID id) {
    endAttempt(id, AttemptResult.DONE, null, null);
    set(id, ANY, "state = 'DELIVERED', next_check_at = null, last_code = null");
  }

  /** The attempt failed but the next may not; it is certain that the receiver does not have it. */
  public void notSent(UUID id, GatewayException why) {
    endAttempt(id, AttemptResult.FAILED, why.code(), why.incident());
    set(id, UNDER_WAY, "state = 'PLANNED', last_code = ?", why.code().code());
  }

  /** The attempt failed and its result is unclear; the state stays SENDING. */
  public void unclear(UUID id, GatewayException why) {
    endAttempt(id, AttemptResult.UNCLEAR, why.code(), why.incident());
    set(id, UNDER_WAY, "last_code = ?", why.code().code());
  }

  /** The receiver will not take it. */
  public void failed(UUID id, GatewayException why) {
    endAttempt(id, AttemptResult.REFUSED, why.code(), why.incident());
    set(id, UNDER_WAY, "state = 'FAILED', next_check_at = null, last_code = ?", why.code().code());
  }

  /** An operator chose another receiver; how far it had come is kept. */
  void replaced(UUID id) {
    set(
        id,
        "state <> 'REPLACED'",
        "replaced_state = state, state = 'REPLACED', next_check_at = null");
  }

  /**
   * An operator chose a receiver that was replaced before: its hand-over goes on where it was, with
   * what may have arrived there under its OSCI message id.
   */
  void revived(MessageId message, TransmissionKind kind, String receiver) {
    jdbc.update(
        """
        update transmission set updated_at = ?, replaced_state = null, state = coalesce(
          replaced_state, case
            when attempts > 0 and (osci_message_id is not null or kind = 'DELIVERY')
            then 'SENDING' else 'PLANNED' end)
        where message_id = ? and kind = ? and partner = ? and state = 'REPLACED'\
        """,
        PostgresTimes.time(now()),
        message.value(),
        kind.name(),
        receiver);
  }

  /** All hand-overs that still count, oldest first. */
  public List<Transmission> current(MessageId message) {
    return of(message).stream().filter(it -> it.state() != TransmissionState.REPLACED).toList();
  }

  /**
   * Keeps the process card as it is now.
   *
   * @param document all that the intermediary said; null when there is nothing to keep
   * @param nextCheck when to ask again; null to ask no more
   */
  public void seen(UUID id, CardTimes card, byte[] document, Instant nextCheck) {
    set(
        id,
        ANY,
        """
        card_created_at = ?, card_forwarded_at = ?, card_received_at = ?, card_checked_at = ?,
        next_check_at = ?, checks = checks + 1\
        """,
        PostgresTimes.time(card.created()),
        PostgresTimes.time(card.forwarded()),
        PostgresTimes.time(card.received()),
        PostgresTimes.time(now()),
        PostgresTimes.time(nextCheck));
    if (document != null) {
      jdbc.update(
          """
          insert into process_card (transmission_id, document, seen_at) values (?, ?, ?)
          on conflict (transmission_id) do update set document = excluded.document,
            seen_at = excluded.seen_at\
          """,
          id,
          document,
          PostgresTimes.time(now()));
    }
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
    set(id, ANY, "next_check_at = ?, checks = checks + 1", PostgresTimes.time(now().plus(delay)));
  }

  /**
   * Hand-overs whose receipt is due to be asked for, the longest waiting first; also those that
   * were given up, for a while.
   */
  public List<Transmission> dueForCheck(TransmissionKind kind, int limit) {
    return query(
        "kind = ? and next_check_at <= ? and (state = 'SENT' or state = 'FAILED' and checks < "
            + LATE_CHECKS
            + ") order by next_check_at limit ?",
        kind.name(),
        PostgresTimes.time(now()),
        limit);
  }

  /** Begins an attempt, if the condition holds. */
  private boolean begin(UUID id, String condition, Object... values) {
    var now = PostgresTimes.time(now());
    var arguments = new ArrayList<Object>(List.of(now, id));
    arguments.addAll(List.of(values));
    arguments.addAll(List.of(node.value(), now));
    return jdbc.update(
            """
            with sending as (
              update transmission set state = 'SENDING', attempts = attempts + 1, updated_at = ?
              where id = ? and %s returning id, message_id, tenant, partner)
            insert into attempt (message_id, tenant, transmission_id, destination, node, started_at)
            select message_id, tenant, id, partner, ?, ? from sending\
            """
                .formatted(condition),
            arguments.toArray())
        == 1;
  }

  /** Ends the attempt that is under way, if there is one. */
  private void endAttempt(UUID id, AttemptResult result, ErrorCode code, String incident) {
    jdbc.update(
        """
        update attempt set ended_at = ?, result = ?, code = ?, incident = ?
        where transmission_id = ? and ended_at is null\
        """,
        PostgresTimes.time(now()),
        result.name(),
        code == null ? null : code.code(),
        incident,
        id);
  }

  private int set(UUID id, String condition, String assignments, Object... values) {
    var arguments = new Object[values.length + 2];
    System.arraycopy(values, 0, arguments, 0, values.length);
    arguments[values.length] = PostgresTimes.time(now());
    arguments[values.length + 1] = id;
    return jdbc.update(
        "update transmission set " + assignments + ", updated_at = ? where id = ? and " + condition,
        arguments);
  }

  private Transmission one(String condition, Object... arguments) {
    return query(condition, arguments).stream()
        .findFirst()
        .orElseThrow(() -> new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "no transmission"));
  }

  private List<Transmission> query(String condition, Object... arguments) {
    return jdbc.query(
        "select * from transmission where " + condition,
        (row, index) -> transmission(row),
        arguments);
  }

  private static Transmission transmission(ResultSet row) throws SQLException {
    return new Transmission(
        row.getObject("id", UUID.class),
        new MessageId(row.getObject("message_id", UUID.class)),
        TransmissionKind.valueOf(row.getString("kind")),
        row.getString("destination"),
        TransmissionState.valueOf(row.getString("state")),
        row.getString("osci_message_id"),
        row.getInt("attempts"),
        PostgresTimes.instant(row, "created_at"),
        PostgresTimes.instant(row, "sent_at"),
        new CardTimes(
            PostgresTimes.instant(row, "card_created_at"),
            PostgresTimes.instant(row, "card_forwarded_at"),
            PostgresTimes.instant(row, "card_received_at")),
        PostgresTimes.instant(row, "next_check_at"),
        row.getInt("checks"),
        row.getString("last_code"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
