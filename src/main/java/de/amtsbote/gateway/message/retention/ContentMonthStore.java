package de.amtsbote.gateway.message.retention;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of content, one for each month: makes those of the coming months and drops those of
 * months gone by whose content is erased, which gives their disk space back at once.
 */
@Component
public class ContentMonthStore {

  private static final Logger LOG = LoggerFactory.getLogger(ContentMonthStore.class);
  private static final String PREFIX = "part_chunk_";

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  ContentMonthStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Makes the tables of this month and of the next ones where there are none. */
  public void prepare(LocalDate today, int ahead) {
    for (var month = 0; month <= ahead; month++) {
      var first = today.withDayOfMonth(1).plusMonths(month);
      if (!jdbc.queryForObject("select add_chunk_month(?)", Boolean.class, Date.valueOf(first))) {
        LOG.info("Content of {} lies in the default partition; it has no table of its own", first);
      }
    }
  }

  /**
   * Drops the empty tables of months before this one.
   *
   * @return their names
   */
  public List<String> dropEmpty(LocalDate today) {
    var limit = name(today.withDayOfMonth(1));
    var dropped = new ArrayList<String>();
    for (var table : tables()) {
      if (table.compareTo(limit) < 0 && isEmpty(table) && drop(table)) {
        dropped.add(table);
      }
    }
    return dropped;
  }

  /** The tables of single months, oldest first. */
  public List<String> tables() {
    return jdbc.queryForList(
        """
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'part_chunk'::regclass and c.relname ~ '^part_chunk_\\d{4}_\\d{2}$'
        order by 1""",
        String.class);
  }

  private boolean isEmpty(String table) {
    return !jdbc.queryForObject("select exists (select 1 from " + table + ")", Boolean.class);
  }

  /** Waits two seconds at most for those who read or write content; else the next run does it. */
  private boolean drop(String table) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                jdbc.execute("set local lock_timeout = '2s'");
                jdbc.execute("lock table part_chunk in access exclusive mode");
                var empty = isEmpty(table);
                if (empty) {
                  jdbc.execute("drop table " + table);
                }
                return empty;
              }));
    } catch (DataAccessException busy) {
      LOG.info("{} is dropped later: content is read or written now", table);
      return false;
    }
  }

  private static String name(LocalDate month) {
    return PREFIX + "%04d_%02d".formatted(month.getYear(), month.getMonthValue());
  }
}
