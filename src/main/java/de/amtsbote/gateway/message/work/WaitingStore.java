package de.amtsbote.gateway.message.work;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The messages that wait behind gates. */
final class WaitingStore {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  WaitingStore(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The gates that somebody waits behind; the index is skipped through, not read. */
  List<String> gates() {
    return jdbc.queryForList(
        """
        with recursive gate as (
          (select waits_for from message where waits_for is not null order by waits_for limit 1)
          union all
          select (select waits_for from message where waits_for > gate.waits_for
            order by waits_for limit 1) from gate where gate.waits_for is not null)
        select waits_for from gate where waits_for is not null\
        """,
        String.class);
  }

  /** True when the messages behind a gate have to wait on. */
  boolean isShut(String gate) {
    return jdbc.queryForObject(
        """
        select exists (select 1 from pause where target || '@' || tenant = ?)
          or exists (select 1 from circuit where destination = ? and state = 'OPEN')\
        """,
        Boolean.class,
        gate,
        gate);
  }

  /** True when an open circuit wants somebody to try. */
  boolean wantsProbe(String gate) {
    var now = Timestamp.from(clock.instant());
    return jdbc.queryForObject(
        """
        select exists (select 1 from circuit where destination = ? and state = 'OPEN'
          and probe_at <= ? and (probe_until is null or probe_until <= ?))\
        """,
        Boolean.class,
        gate,
        now,
        now);
  }

  /**
   * Wakes the messages that have waited longest; those that somebody works on or writes to stay for
   * the next round.
   *
   * @return how many
   */
  int wake(String gate, int most) {
    return wake(gate, most, "message.waiting_since, message.id");
  }

  /** Wakes any one of them, so that no single bad message keeps a destination shut. */
  int wakeAny(String gate) {
    return wake(gate, 1, "random()");
  }

  private int wake(String gate, int most, String order) {
    return jdbc.update(
        """
        with woken as (
          select task.task_instance, message.id from message
          join scheduled_tasks as task on task.task_name = 'message'
            and task.task_instance = message.id::text
          where message.waits_for = ? and not task.picked
          order by %s limit ?
          for no key update of message skip locked for update of task skip locked),
        due as (
          update scheduled_tasks as task set execution_time = ?, version = task.version + 1
          from woken where task.task_name = 'message' and task.task_instance = woken.task_instance)
        update message set waits_for = null from woken where message.id = woken.id\
        """
            .formatted(order),
        gate,
        most,
        Timestamp.from(clock.instant()));
  }
}
