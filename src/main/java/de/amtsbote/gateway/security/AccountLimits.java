package de.amtsbote.gateway.security;

import org.springframework.util.unit.DataSize;

/**
 * What an account may hand in; what is not set is not limited.
 *
 * @param requestsPerMinute submissions per minute and node; bursts up to this number
 * @param concurrent submissions at the same time per node
 * @param bytesPerDay bytes per day (UTC), all nodes together
 * @param openMessages messages that are not at their end, all nodes together
 */
public record AccountLimits(
    Integer requestsPerMinute, Integer concurrent, DataSize bytesPerDay, Integer openMessages) {

  /** No limits. */
  public static final AccountLimits NONE = new AccountLimits(null, null, null, null);

  /** These limits, and the others' where there are none. */
  public AccountLimits or(AccountLimits others) {
    return new AccountLimits(
        requestsPerMinute == null ? others.requestsPerMinute : requestsPerMinute,
        concurrent == null ? others.concurrent : concurrent,
        bytesPerDay == null ? others.bytesPerDay : bytesPerDay,
        openMessages == null ? others.openMessages : openMessages);
  }
}
