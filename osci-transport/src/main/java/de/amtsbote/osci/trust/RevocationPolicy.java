package de.amtsbote.osci.trust;

import java.time.Duration;

/**
 * How revocation is checked.
 *
 * @param check false: revocation is no subject at all, for closed test networks only
 * @param whenUnknown the rule for certificates whose status cannot be established
 * @param keepFor how long fetched evidence is used at most, even if it names a later update
 * @param retryAfter how long a responder that failed is left alone
 */
public record RevocationPolicy(
    boolean check, OfflineRule whenUnknown, Duration keepFor, Duration retryAfter) {

  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  /** Checks, and refuses what cannot be checked. */
  public static RevocationPolicy refuseWhenUnknown() {
    return new RevocationPolicy(true, OfflineRule.REFUSE, AN_HOUR, A_MINUTE);
  }

  /** Checks, and lets pass with a warning what cannot be checked. */
  public static RevocationPolicy warnWhenUnknown() {
    return new RevocationPolicy(true, OfflineRule.WARN, AN_HOUR, A_MINUTE);
  }

  /** Does not ask for revocation. */
  public static RevocationPolicy unchecked() {
    return new RevocationPolicy(false, OfflineRule.WARN, AN_HOUR, A_MINUTE);
  }
}
