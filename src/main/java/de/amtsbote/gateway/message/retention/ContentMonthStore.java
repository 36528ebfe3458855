package de.amtsbote.gateway.message.retention;

import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
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
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  ContentMonthStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Makes the tables of this month and of the next ones where there are none; one that could not be
   * made because content comes in is made by a later run.
   */
  public void prepare(LocalDate today, int ahead) {
    var there = tables();
    for (var month = 0; month <= ahead; month++) {
      var first = today.withDayOfMonth(1).plusMonths(month);
      if (!there.contains(name(first))) {
        add(first);
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

  private void add(LocalDate first) {
    try {
      var added =
          locked(
              "share row exclusive",
              () ->
                  jdbc.queryForObject(
                      "select add_chunk_month(?)", Boolean.class, Date.valueOf(first)));
      if (!added) {
        LOG.info("Content of {} lies in the default partition; it has no table of its own", first);
      }
    } catch (DataAccessException busy) {
      LOG.info("{} is made later: content is read or written now", name(first));
    }
  }

  private boolean drop(String table) {
    try {
      return locked(
          "access exclusive",
          () -> {
            var empty = isEmpty(table);
            if (empty) {
              jdbc.execute("drop table " + table);
            }
            return empty;
          });
    } catch (DataAccessException busy) {
      LOG.info("{} is dropped later: content is read or written now", table);
      return false;
    }
  }

  /**
   * Parts are locked before their content, in the order in which both are written; and nobody waits
   * for longer than it takes PostgreSQL to look for a deadlock, for all that is written meanwhile
   * waits behind this.
   */
  private boolean locked(String parts, BooleanSupplier change) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              jdbc.execute("set local lock_timeout = '" + PATIENCE.toMillis() + "ms'");
              jdbc.execute("lock table part in " + parts + " mode");
              jdbc.execute("lock table part_chunk in access exclusive mode");
              return change.getAsBoolean();
            }));
  }

  private static String name(LocalDate month) {
    return PREFIX + "%04d_%02d".formatted(month.getYear(), month.getMonthValue());
  }
}
