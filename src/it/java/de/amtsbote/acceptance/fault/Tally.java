package de.amtsbote.acceptance.fault;

/**
 * What became of the messages of a run.
 *
 * @param accepted had a receipt
 * @param delivered of these, reached the Fachverfahren
 * @param rejected of these, were rejected for their content and reached nobody
 * @param lost of these, did neither
 * @param twice reached the Fachverfahren under more than one delivery id
 */
public record Tally(int accepted, int delivered, int rejected, int lost, int twice) {

  /** Of no message. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  /** Of both runs. */
  public Tally plus(Tally other) {
    return new Tally(
        accepted + other.accepted,
        delivered + other.delivered,
        rejected + other.rejected,
        lost + other.lost,
        twice + other.twice);
  }

  /** Whether the promise was kept for at least one message. */
  public boolean isClean() {
    return accepted > 0 && lost == 0 && twice == 0;
  }

  @Override
  public String toString() {
    return "%d accepted, %d delivered, %d rejected, %d lost, %d twice"
        .formatted(accepted, delivered, rejected, lost, twice);
  }
}
