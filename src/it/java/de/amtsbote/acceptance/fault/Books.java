package de.amtsbote.acceptance.fault;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Compares the receipts of the sender with what the Fachverfahren really got. */
record Books(List<Receipt> receipts, Procedures procedures) {

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** Waits until everything has arrived that should, at most for so long, and counts. */
  Tally settle(Duration patience, PrintStream out) {
    long end = System.nanoTime() + patience.toNanos();
    Tally tally = count();
    while (tally.lost() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      tally = count();
    }
    // what comes late would come twice
    LockSupport.parkNanos(Math.min(LOOK_EVERY.multipliedBy(4).toNanos(), patience.toNanos()));
    tally = count();
    refusals().forEach((code, number) -> out.println("  refused: " + number + " " + code));
    if (!tally.isClean()) {
      explain(out);
    }
    return tally;
  }

  private Map<String, Long> refusals() {
    return receipts.stream()
        .filter(receipt -> !receipt.isAccepted())
        .collect(Collectors.groupingBy(Receipt::code, Collectors.counting()));
  }

  private Tally count() {
    Map<String, Set<String>> arrivals = procedures.arrivals();
    Tally tally = Tally.NONE;
    for (Receipt receipt : receipts) {
      tally = tally.plus(of(receipt, arrivals.getOrDefault(receipt.sha256(), Set.of())));
    }
    return tally;
  }

  private static Tally of(Receipt receipt, Set<String> deliveryIds) {
    int twice = deliveryIds.size() > 1 ? 1 : 0;
    if (!receipt.isAccepted()) {
      return new Tally(0, 0, 0, 0, twice, 0);
    }
    boolean delivered = !deliveryIds.isEmpty();
    boolean rejected = !delivered && receipt.isRejected() && receipt.broken();
    boolean contradicted = delivered && (receipt.isRejected() || receipt.broken());
    return new Tally(
        1,
        delivered ? 1 : 0,
        rejected ? 1 : 0,
        delivered || rejected ? 0 : 1,
        twice,
        contradicted ? 1 : 0);
  }

  private void explain(PrintStream out) {
    Map<String, Set<String>> arrivals = procedures.arrivals();
    for (Receipt receipt : receipts) {
      Set<String> ids = arrivals.getOrDefault(receipt.sha256(), Set.of());
      Tally one = of(receipt, ids);
      if (one.lost() + one.twice() + one.contradicted() > 0) {
        String what = one.lost() > 0 ? "lost" : one.twice() > 0 ? "twice" : "contradicted";
        out.println("  " + what + ": " + receipt + " " + ids);
      }
    }
  }
}
