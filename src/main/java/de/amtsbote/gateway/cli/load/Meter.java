package de.amtsbote.gateway.cli.load;

import java.util.Optional;

/** Something whose CPU time and memory can be read. */
interface Meter {

  /** What is read in one moment; empty when it cannot be read now. */
  Optional<Reading> read();

  String name();

  /** Which memory is read. */
  String memory();

  /** CPU time since the start of the process, and memory in use. */
  record Reading(double cpuSeconds, double memoryMiB) {}
}
