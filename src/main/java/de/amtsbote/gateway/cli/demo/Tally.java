package de.amtsbote.gateway.cli.demo;

import de.amtsbote.gateway.cli.town.Arrivals;
import java.util.List;

/** The demo's result in numbers: every application sent is in exactly one of the other columns. */
record Tally(int sent, int delivered, int rejected, int duplicates, int lost) {

  static Tally of(List<Case> cases, Arrivals arrivals) {
    int duplicates = 0;
    int delivered = 0;
    int rejected = 0;
    for (Case one : cases) {
      if (one.answeredWithAnEarlierReceipt()) {
        duplicates++;
      } else if (!arrivals.of(one.payloadFingerprint()).isEmpty()) {
        delivered++;
      } else if (one.view().rejected()) {
        rejected++;
      }
    }
    int sent = cases.size();
    return new Tally(
        sent, delivered, rejected, duplicates, sent - delivered - rejected - duplicates);
  }

  @Override
  public String toString() {
    return "demo: %d sent, %d delivered, %d rejected, %d duplicates, %d lost"
        .formatted(sent, delivered, rejected, duplicates, lost);
  }
}
