package de.amtsbote.gateway.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** For logs and pipes: one line for each change. */
final class LineBoard implements Board {

  private final PrintWriter out;

  LineBoard(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void open(List<Case> cases) {
    out.printf("%8s  %3s  %-42s %-10s %s%n", "time", "no", "application", "state", "why");
  }

  @Override
  public void changed(Case one, Duration sinceStart) {
    out.printf(
        "%6.1f s  %3d  %-42s %-10s %s%n",
        sinceStart.toMillis() / 1000.0,
        one.number(),
        one.application().title(),
        one.answeredWithAnEarlierReceipt() ? "(as first)" : one.view().state(),
        Row.why(one));
  }

  @Override
  public void close() {
    out.println();
  }
}
