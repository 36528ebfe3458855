package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.load.LoadStore;
import de.amtsbote.gateway.message.load.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The bytes of an account on the present day (UTC). A node tells the database every few seconds
 * what it has taken and hears what the others have: a limit may be exceeded by what comes in
 * meanwhile, and no request waits for a row that all nodes write.
 */
final class AccountUsage {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final String node;
  private final String tenant;
  private final String account;
  private final LoadStore store;
  private final Clock clock;
  private LocalDate day;
  private Instant toldAt = Instant.MIN;
  private long known;
  private Usage untold = Usage.NONE;

  AccountUsage(String node, String tenant, String account, LoadStore store, Clock clock) {
    this.node = node;
    this.tenant = tenant;
    this.account = account;
    this.store = store;
    this.clock = clock;
  }

  synchronized long today() {
    var now = clock.instant();
    if (!now.isBefore(toldAt.plus(FRESH)) || !day(now).equals(day)) {
      tell();
      day = day(now);
      known = store.usage(tenant, account, day).bytes();
      toldAt = now;
    }
    return known + untold.bytes();
  }

  synchronized void add(long bytes) {
    untold = untold.plus(new Usage(1, bytes));
  }

  /** Writes down what the database does not know yet. */
  synchronized void tell() {
    if (untold.messages() > 0) {
      store.add(node, tenant, account, day == null ? day(clock.instant()) : day, untold);
      known += untold.bytes();
      untold = Usage.NONE;
    }
  }

  Duration untilTomorrow() {
    var now = clock.instant();
    return Duration.between(now, day(now).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
