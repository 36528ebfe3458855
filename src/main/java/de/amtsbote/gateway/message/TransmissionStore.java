package de.amtsbote.gateway.message;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static final Sql ANY = Sql.of("true");

  private static final Sql NOT_DELIVERED = Sql.of("state <> 'DELIVERED'");

  private static final Sql DELIVERED =
      Sql.of("state = 'DELIVERED', next_check_at = null, last_code = null");

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
    return jdbc
        .query(
            """
            insert into transmission (id, message_id, tenant, kind, destination, state, created_at,
              updated_at) select ?, id, tenant, ?, ?, 'PLANNED', ?, ? from message where id = ?
            on conflict (message_id, kind, destination) do nothing returning *\
            """,
            (row, index) -> PostgresTransmissionRow.of(row),
            UUID.randomUUID(),
            kind.name(),
            destination,
            now,
            now,
            message.value())
        .stream()
        .findFirst()
        .orElseGet(() -> opened(message, kind, destination));
  }

  private Transmission opened(MessageId message, TransmissionKind kind, String destination) {
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
   * Keeps the id under which it goes out; to be committed before anything is sent under it.
   *
   * @return false when there is one already: another node works on the same message
   */
  public boolean reserve(UUID id, String osciMessageId) {
    return reserve(id, osciMessageId, null);
  }

  /**
   * Keeps an OSCI message id as {@link #reserve(UUID, String)} does, and who gave it.
   *
   * @param intermediary the key of who gave it
   */
  public boolean reserve(UUID id, String osciMessageId, Long intermediary) {
    return set(
            id,
            Sql.of(UNDER_WAY + " and osci_message_id is null"),
            Sql.of("osci_message_id = ?, intermediary_id = ?", osciMessageId, intermediary))
        == 1;
  }

  /**
   * Keeps another id instead of one under which nothing can have arrived.
   *
   * @param before null when there was none
   * @return false when another node was faster
   */
  public boolean replace(UUID id, String before, String now) {
    return set(
            id,
            Sql.of(UNDER_WAY + " and osci_message_id is not distinct from ?", before),
            Sql.of("osci_message_id = ?, intermediary_id = null", now))
        == 1;
  }

  /**
   * Gives up an OSCI message id under which nothing has left the gateway, or all was refused, so
   * that another intermediary can give one; does nothing once an attempt has begun.
   */
  public void release(UUID id, String osciMessageId) {
    set(
        id,
        Sql.of("state in ('PLANNED', 'FAILED') and osci_message_id = ?", osciMessageId),
        Sql.of("osci_message_id = null, intermediary_id = null"));
  }

  /**
   * Gives up the OSCI message id of an attempt, for the intermediary does not know it; if another
   * attempt has begun meanwhile, the id stays.
   */
  public void forget(BegunHandOver attempt, GatewayException why) {
    end(
        attempt,
        AttemptResult.FAILED,
        why,
        Sql.of("state = 'SENDING' and attempts = ?", attempt.number()),
        Sql.of(
            "osci_message_id = null, intermediary_id = null, state = 'PLANNED', in_doubt = 0,"
                + " last_code = ?",
            why.code().code()));
  }

  /**
   * Notes that an attempt begins; to be committed before it does.
   *
   * @return empty when it must not: another node has handed it over
   * @throws GatewayException {@link ErrorCode#OBSOLETE} behind the last day of its message
   */
  public Optional<BegunHandOver> sending(UUID id) {
    return begin(id, Sql.of(UNDER_WAY));
  }

  /**
   * Notes that an attempt under this OSCI message id begins; to be committed before it does.
   *
   * @return empty when it must not: another node has sent it, or has another id for it
   * @throws GatewayException {@link ErrorCode#OBSOLETE} behind the last day of its message
   */
  public Optional<BegunHandOver> sending(UUID id, String osciMessageId) {
    return begin(id, Sql.of(UNDER_WAY + " and osci_message_id = ?", osciMessageId));
  }

  /**
   * The intermediary has it.
   *
   * @param nextCheck when its receipt is asked for; null when nobody has to be asked
   */
  public void sent(BegunHandOver attempt, Instant nextCheck) {
    end(attempt, AttemptResult.DONE, null, NOT_DELIVERED, sent(nextCheck));
  }

  /** The same, found out after the attempts had ended. */
  public void sent(UUID id, Instant nextCheck) {
    set(id, NOT_DELIVERED, sent(nextCheck));
  }

  private Sql sent(Instant nextCheck) {
    return Sql.of(
        "state = 'SENT', sent_at = ?, next_check_at = ?, last_code = null",
        PostgresTimes.time(now()),
        PostgresTimes.time(nextCheck));
  }

  /** The receiver has it. */
  public void delivered(BegunHandOver attempt) {
    end(attempt, AttemptResult.DONE, null, ANY, DELIVERED);
  }

  /** The same, found out after the attempts had ended. */
  public void delivered(UUID id) {
    set(id, ANY, DELIVERED);
  }

  /**
   * The attempt failed but the next may not; it is certain that it brought nothing to the receiver.
   * While an earlier one may have, the state stays SENDING. It is left to another attempt that has
   * begun meanwhile, on a node that took this for dead.
   */
  public void notSent(BegunHandOver attempt, GatewayException why) {
    failed(attempt, AttemptResult.FAILED, why, withoutIt("PLANNED") + ", last_code = ?");
  }

  /** The attempt failed and its result is unclear; the state stays SENDING. */
  public void unclear(BegunHandOver attempt, GatewayException why) {
    failed(attempt, AttemptResult.UNCLEAR, why, "last_code = ?");
  }

  /**
   * The receiver will not take it; an earlier and a later attempt count as for {@link #notSent}.
   */
  public void failed(BegunHandOver attempt, GatewayException why) {
    failed(
        attempt,
        AttemptResult.REFUSED,
        why,
        withoutIt("FAILED") + ", next_check_at = null, last_code = ?");
  }

  private static String withoutIt(String state) {
    return "state = case when in_doubt > 1 then 'SENDING' else '%s' end, in_doubt = in_doubt - 1"
        .formatted(state);
  }

  private void failed(
      BegunHandOver attempt, AttemptResult result, GatewayException why, String assignments) {
    end(
        attempt,
        result,
        why,
        Sql.of(UNDER_WAY + " and attempts = ?", attempt.number()),
        Sql.of(assignments, why.code().code()));
  }

  /** An operator gives up an attempt of which nobody can tell any more how it ended. */
  void anew(UUID id) {
    set(
        id,
        Sql.of("state = 'SENDING'"),
        Sql.of("state = 'PLANNED', in_doubt = 0, osci_message_id = null, intermediary_id = null"));
  }

  /** An operator chose another receiver; how far it had come is kept. */
  void replaced(UUID id) {
    set(
        id,
        Sql.of("state <> 'REPLACED'"),
        Sql.of("replaced_state = state, state = 'REPLACED', next_check_at = null"));
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

  /** Begins an attempt, if the condition holds. */
  private Optional<BegunHandOver> begin(UUID id, Sql condition) {
    var today = LastDay.today(clock);
    var begun = begin(id, condition, today);
    if (begun.isEmpty()) {
      PostgresLastDay.require(jdbc, id, today);
    }
    return begun;
  }

  private Optional<BegunHandOver> begin(UUID id, Sql condition, LocalDate today) {
    var now = PostgresTimes.time(now());
    var arguments = new ArrayList<Object>(List.of(now, id));
    arguments.addAll(condition.values());
    arguments.addAll(List.of(today, node.value(), now));
    return jdbc
        .query(
            """
            with sending as (
              update transmission set state = 'SENDING', attempts = attempts + 1,
                in_doubt = greatest(in_doubt, 0) + 1, updated_at = ?
              where id = ? and %s and %s returning id, message_id, tenant, partner, attempts, in_doubt),
            begun as (
              insert into attempt (message_id, tenant, transmission_id, destination, node,
                started_at)
              select message_id, tenant, id, partner, ?, ? from sending returning id)
            select sending.id, begun.id, attempts, in_doubt from sending, begun\
            """
                .formatted(condition.text(), PostgresLastDay.NOT_PASSED),
            (row, index) ->
                new BegunHandOver(
                    row.getObject(1, UUID.class), row.getLong(2), row.getInt(3), row.getInt(4)),
            arguments.toArray())
        .stream()
        .findFirst();
  }

  /** Ends an attempt, unless somebody who took its node for dead did; one way to the database. */
  private void end(
      BegunHandOver attempt,
      AttemptResult result,
      GatewayException why,
      Sql condition,
      Sql assignments) {
    var now = PostgresTimes.time(now());
    var arguments = new ArrayList<Object>();
    arguments.add(now);
    arguments.add(result.name());
    arguments.add(why == null ? null : why.code().code());
    arguments.add(why == null ? null : why.incident());
    arguments.add(attempt.id());
    arguments.addAll(assignments.values());
    arguments.add(now);
    arguments.add(attempt.transmission());
    arguments.addAll(condition.values());
    jdbc.update(
        """
        with ended as (
          update attempt set ended_at = ?, result = ?, code = ?, incident = ?
          where id = ? and ended_at is null)
        update transmission set %s, updated_at = ? where id = ? and %s\
        """
            .formatted(assignments.text(), condition.text()),
        arguments.toArray());
  }

  private int set(UUID id, Sql condition, Sql assignments) {
    var arguments = new ArrayList<>(assignments.values());
    arguments.add(PostgresTimes.time(now()));
    arguments.add(id);
    arguments.addAll(condition.values());
    return jdbc.update(
        "update transmission set %s, updated_at = ? where id = ? and %s"
            .formatted(assignments.text(), condition.text()),
        arguments.toArray());
  }

  private Transmission one(String condition, Object... arguments) {
    return query(condition, arguments).stream()
        .findFirst()
        .orElseThrow(() -> new GatewayException(ErrorCode.MESSAGE_UNKNOWN, "no transmission"));
  }

  private List<Transmission> query(String condition, Object... arguments) {
    return jdbc.query(
        "select * from transmission where " + condition,
        (row, index) -> PostgresTransmissionRow.of(row),
        arguments);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A piece of a statement with its values, which may be null. */
  private record Sql(String text, List<Object> values) {
    static Sql of(String text, Object... values) {
      return new Sql(text, Arrays.asList(values));
    }
  }
}
