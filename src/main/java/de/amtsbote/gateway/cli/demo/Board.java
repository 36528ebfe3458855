package de.amtsbote.gateway.cli.demo;

import java.time.Duration;
import java.util.List;

/** Shows the person at the terminal what happens to the applications. */
interface Board {

  /** Shows the cases; called once before the first is sent. */
  void open(List<Case> cases);

  /** One case changed. */
  void changed(Case one, Duration sinceStart);

  /** Nothing changes any more. */
  void close();
}
