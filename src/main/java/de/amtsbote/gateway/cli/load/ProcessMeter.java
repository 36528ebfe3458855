package de.amtsbote.gateway.cli.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process of this machine with its descendants, as Linux tells in {@code /proc}; CPU time of
 * descendants that have ended stays counted.
 */
final class ProcessMeter implements Meter {

  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  private final long pid;
  private final Map<Long, Double> cpuOf = new HashMap<>();

  ProcessMeter(long pid) {
    this.pid = pid;
  }

  @Override
  public String name() {
    return "process " + pid;
  }

  @Override
  public String memory() {
    return "resident";
  }

  @Override
  public Optional<Reading> read() {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return Optional.empty();
    }
    double memory =
        Stream.concat(process.stream(), process.get().descendants())
            .mapToLong(ProcessHandle::pid)
            .mapToDouble(this::look)
            .sum();
    return Optional.of(
        new Reading(cpuOf.values().stream().mapToDouble(Double::doubleValue).sum(), memory));
  }

  /** Keeps the CPU time and returns the memory in MiB; a process that has just ended has none. */
  private double look(long each) {
    try {
      Path folder = Path.of("/proc", String.valueOf(each));
      String stat = Files.readString(folder.resolve("stat"));
      // the name of the program stands in parentheses and may hold blanks
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double ticks =
          Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[SYSTEM_TIME]);
      cpuOf.put(each, ticks / TICKS_PER_SECOND);
      return ownMemory(folder.resolve("smaps_rollup"));
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Pages that several processes share count in parts. */
  private static double ownMemory(Path smaps) throws IOException {
    try (Stream<String> lines = Files.lines(smaps)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .sum();
    }
  }
}
