package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.security.AccountLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken at once and altogether.
 *
 * @param intakes messages that a node takes at the same time, for REST, OSCI and XTA each; absent:
 *     one for each 8 MB of heap, at most 64
 * @param intakeWait how long a request waits for its turn before it is refused
 * @param freeSpace room that must be left on the disks of spool and embedded database
 * @param databaseSize largest size of the database; absent: not looked at
 * @param backlog messages of all tenants that may be under way at the same time
 * @param minRate bytes per second that a body must bring on average
 * @param rateGrace time before the average counts
 * @param account limits of every account that has none of its own
 */
@ConfigurationProperties("amtsbote.limits")
public record IntakeProperties(
    Integer intakes,
    @DefaultValue("2s") Duration intakeWait,
    @DefaultValue("512MB") DataSize freeSpace,
    DataSize databaseSize,
    @DefaultValue("1000000") long backlog,
    @DefaultValue("1KB") DataSize minRate,
    @DefaultValue("30s") Duration rateGrace,
    AccountLimits account) {

  private static final int MOST = 64;

  private static final long HEAP_OF_ONE = 8L * 1024 * 1024;

  /** The number of messages at the same time, chosen by the heap when it is not set. */
  int places() {
    if (intakes != null) {
      return intakes;
    }
    return (int) Math.max(4, Math.min(MOST, Runtime.getRuntime().maxMemory() / HEAP_OF_ONE));
  }

  /** What counts for an account with these limits of its own. */
  AccountLimits of(AccountLimits own) {
    return account == null ? own : own.or(account);
  }
}
