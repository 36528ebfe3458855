package de.amtsbote.gateway.message;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets no hand-over begin behind the last day that the author of its message named. */
final class PostgresLastDay {

  /** Condition on a row of the table transmission, with the day of today. */
  static final String NOT_PASSED =
      """
      not exists (select 1 from correlation c join message m on m.id = c.message_id
        where c.message_id = transmission.message_id and m.entry_kind = 'XTA'
          and c.obsolete_after < ?)""";

  private static final String PASSED =
      """
      select c.obsolete_after from transmission t join correlation c on c.message_id = t.message_id
        join message m on m.id = c.message_id
      where t.id = ? and m.entry_kind = 'XTA' and c.obsolete_after < ?""";

  private PostgresLastDay() {}

  /**
   * Says why a hand-over did not begin, if that was the reason.
   *
   * @throws GatewayException {@link ErrorCode#OBSOLETE}
   */
  static void require(JdbcTemplate jdbc, UUID transmission, LocalDate today) {
    for (var day : jdbc.queryForList(PASSED, LocalDate.class, transmission, today)) {
      throw LastDay.passed(day);
    }
  }
}
