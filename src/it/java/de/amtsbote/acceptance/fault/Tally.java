package de.amtsbote.acceptance.fault;

/**
 * What became of the messages of a run.
 *
 * @param accepted had a receipt
 * @param delivered of these, reached the Fachverfahren
 * @param rejected of these, were rejected for their content and reached nobody
 * @param lost of these, did neither, or were rejected although nothing was wrong with them
 * @param twice reached the Fachverfahren under more than one delivery id
 * @param contradicted were delivered although they are wrong, or although their sender was told so
 */
public record Tally(
    int accepted, int delivered, int rejected, int lost, int twice, int contradicted) {

  /** Of no message. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  /** Of both runs. */
  public Tally plus(Tally other) {
    return new Tally(
        accepted + other.accepted,
        delivered + other.delivered,
        rejected + other.rejected,
        lost + other.lost,
        twice + other.twice,
        contradicted + other.contradicted);
  }

  /** Whether the promise was kept for at least one message. */
  public boolean isClean() {
    return accepted > 0 && lost == 0 && twice == 0 && contradicted == 0;
  }

  @Override
  public String toString() {
    String books =
        "%d accepted, %d delivered, %d rejected, %d lost, %d twice"
            .formatted(accepted, delivered, rejected, lost, twice);
    return contradicted == 0 ? books : books + ", %d contradicted".formatted(contradicted);
  }
}
