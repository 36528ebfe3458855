package de.amtsbote.gateway.cli.demo;

import java.util.List;

/**
 * How the demo ended.
 *
 * @param complaints one line for each application that did not end as it should
 */
record DemoResult(Tally tally, List<String> complaints) {

  boolean asExpected() {
    return complaints.isEmpty() && tally.lost() == 0;
  }
}
