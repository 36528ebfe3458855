package de.amtsbote.osci.intermediary;

import java.time.Duration;

/**
 * What the operator decides.
 *
 * @param encryptionRequired plain orders are refused
 * @param signatureRequired unsigned orders are refused (9600)
 * @param unknownClientsAdmitted clients whose certificates cannot be traced to an anchor are served
 *     with a warning instead of being refused
 * @param dialogTimeout a dialog that was not used for so long is over
 * @param mostProcessCards how many process cards an answer carries at most
 * @param retention how long things are kept
 * @param limits how much may lie in one mailbox
 */
public record IntermediaryPolicy(
    boolean encryptionRequired,
    boolean signatureRequired,
    boolean unknownClientsAdmitted,
    Duration dialogTimeout,
    int mostProcessCards,
    Retention retention,
    MailboxLimits limits) {

  /**
   * How long things are kept.
   *
   * @param received content of a delivery after its reception
   * @param unread content of a delivery that nobody receives
   * @param cards process cards after their last change
   * @param unusedIds message ids that were given out and not used
   */
  public record Retention(Duration received, Duration unread, Duration cards, Duration unusedIds) {

    /** A week, 90 days, a year, a week. */
    public static Retention standard() {
      return new Retention(
          Duration.ofDays(7), Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(7));
    }
  }

  /** Encrypted and signed orders of known clients; dialogs end after ten idle minutes. */
  public static IntermediaryPolicy strict() {
    return usual(true);
  }

  /** Like {@link #strict}, but plain and unsigned orders are served too, as the standard allows. */
  public static IntermediaryPolicy open() {
    return usual(false);
  }

  private static IntermediaryPolicy usual(boolean protectedOnly) {
    return new IntermediaryPolicy(
        protectedOnly,
        protectedOnly,
        false,
        Duration.ofMinutes(10),
        100,
        Retention.standard(),
        MailboxLimits.standard());
  }

  /** This policy with another time-out for dialogs. */
  public IntermediaryPolicy dialogTimeout(Duration timeout) {
    return with(timeout, retention, limits);
  }

  /** This policy with other times of keeping. */
  public IntermediaryPolicy keeping(Retention times) {
    return with(dialogTimeout, times, limits);
  }

  /** This policy with other limits for a mailbox. */
  public IntermediaryPolicy limitedTo(MailboxLimits most) {
    return with(dialogTimeout, retention, most);
  }

  private IntermediaryPolicy with(Duration timeout, Retention times, MailboxLimits most) {
    return new IntermediaryPolicy(
        encryptionRequired,
        signatureRequired,
        unknownClientsAdmitted,
        timeout,
        mostProcessCards,
        times,
        most);
  }
}
