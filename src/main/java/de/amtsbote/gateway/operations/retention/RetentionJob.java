package de.amtsbote.gateway.operations.retention;

import de.amtsbote.gateway.message.load.LoadStore;
import de.amtsbote.gateway.message.retention.ContentMonthStore;
import de.amtsbote.gateway.message.retention.Erasure;
import de.amtsbote.gateway.message.retention.ErasureStore;
import de.amtsbote.gateway.message.retention.MessageGroup;
import de.amtsbote.gateway.message.retention.Removed;
import de.amtsbote.gateway.message.retention.RetentionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One run of retention. It may be stopped between any two batches: what was removed is in the
 * report, and the next run takes up the rest.
 */
final class RetentionJob {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
  private static final int MONTHS_AHEAD = 2;
  private static final int EVENTS = 5000;
  private static final int DAYS_OF_USAGE = 8;

  private final RetentionStore store;
  private final ErasureStore report;
  private final ContentMonthStore months;
  private final LoadStore load;
  private final RetentionProperties properties;
  private final Clock clock;

  RetentionJob(
      RetentionStore store,
      ErasureStore report,
      ContentMonthStore months,
      LoadStore load,
      RetentionProperties properties,
      Clock clock) {
    this.store = store;
    this.report = report;
    this.months = months;
    this.load = load;
    this.properties = properties;
    this.clock = clock;
  }

  void run(BooleanSupplier stopping) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    months.prepare(today, MONTHS_AHEAD);
    var run = UUID.randomUUID();
    var number = 0;
    for (var kind : Erasure.Kind.values()) {
      for (var group : store.groups(kind)) {
        alone(group, run, ++number, kind, stopping);
      }
    }
    forgetEvents(stopping);
    load.forgetUsageBefore(today.minusDays(DAYS_OF_USAGE));
    months.dropEmpty(today).forEach(it -> LOG.info("Dropped {}: all its content is erased", it));
  }

  /** What cannot be removed of one group keeps nothing of another from being removed. */
  private void alone(
      MessageGroup group, UUID run, int number, Erasure.Kind kind, BooleanSupplier stopping) {
    try {
      remove(run, number, kind, group, stopping);
    } catch (DataAccessException e) {
      LOG.error(
          "Retention does not remove {} of {} {} {} (incident {})",
          kind,
          group.tenant(),
          group.standard(),
          group.service(),
          UUID.randomUUID(),
          e);
    }
  }

  private void remove(
      UUID run, int number, Erasure.Kind kind, MessageGroup group, BooleanSupplier stopping) {
    var times = properties.of(group);
    var kept = kind == Erasure.Kind.CONTENT ? times.content() : times.evidence();
    if (kept.isZero()) {
      return;
    }
    var before = clock.instant().minus(kept);
    var all = Removed.NOTHING;
    var batch = Removed.NOTHING;
    do {
      batch = remove(kind, group, before);
      if (batch.messages() > 0) {
        report.add(erasure(run, number, kind, group, before, batch));
        all = all.plus(batch);
      }
    } while (batch.messages() > 0 && !stopping.getAsBoolean());
    if (all.messages() > 0) {
      LOG.info(
          "Retention removed {} of {} messages ({} parts, {} bytes) of {} {} {} that ended before {}",
          kind,
          all.messages(),
          all.parts(),
          all.bytes(),
          group.tenant(),
          group.standard(),
          group.service(),
          before);
    }
  }

  private Removed remove(Erasure.Kind kind, MessageGroup group, Instant before) {
    return kind == Erasure.Kind.CONTENT
        ? store.eraseContent(group, before, properties.batch(), clock.instant())
        : store.removeEvidence(group, before, properties.batch());
  }

  private Erasure erasure(
      UUID run,
      int number,
      Erasure.Kind kind,
      MessageGroup group,
      Instant before,
      Removed removed) {
    return new Erasure(
        run,
        number,
        clock.instant(),
        kind,
        group.tenant(),
        group.standard(),
        group.service(),
        before,
        removed.messages(),
        removed.parts(),
        removed.bytes());
  }

  private void forgetEvents(BooleanSupplier stopping) {
    Duration kept = properties.events();
    if (!kept.isZero()) {
      var before = clock.instant().minus(kept);
      while (store.forgetEvents(before, EVENTS) == EVENTS && !stopping.getAsBoolean()) {
        LOG.debug("Old events were removed");
      }
    }
  }
}
