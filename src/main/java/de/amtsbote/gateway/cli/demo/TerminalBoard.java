package de.amtsbote.gateway.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** For a terminal: one row for each application, updated in place. */
final class TerminalBoard implements Board {

  private static final String ESCAPE = "\u001b[";
  private static final String CLEAR_TO_END_OF_LINE = ESCAPE + "K";

  private final PrintWriter out;
  private final int columns;
  private List<Case> cases = List.of();

  TerminalBoard(PrintWriter out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void open(List<Case> shown) {
    cases = shown;
    out.println(Row.HEADING);
    print();
  }

  @Override
  public void changed(Case one, Duration sinceStart) {
    out.print(ESCAPE + cases.size() + "A");
    print();
  }

  @Override
  public void close() {
    out.println();
    out.flush();
  }

  private void print() {
    for (Case one : cases) {
      out.print(shortened(Row.of(one)) + CLEAR_TO_END_OF_LINE + "\n");
    }
    out.flush();
  }

  private String shortened(String row) {
    return row.length() <= columns ? row : row.substring(0, columns - 1) + "…";
  }
}
