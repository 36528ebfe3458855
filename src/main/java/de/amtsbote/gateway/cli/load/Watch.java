package de.amtsbote.gateway.cli.load;

import de.amtsbote.gateway.cli.load.Meter.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads meters every second from the start until it is closed. */
final class Watch implements AutoCloseable {

  private final Map<Meter, Seen> seen = new LinkedHashMap<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  /** What was seen of one meter. A process that was started anew counts from zero again. */
  private static final class Seen {
    private double cpu;
    private double last = Double.NaN;
    private double memory;

    void add(Reading reading) {
      if (!Double.isNaN(last)) {
        cpu += reading.cpuSeconds() >= last ? reading.cpuSeconds() - last : reading.cpuSeconds();
      }
      last = reading.cpuSeconds();
      memory = Math.max(memory, reading.memoryMiB());
    }
  }

  private Watch(List<Meter> meters) {
    meters.forEach(meter -> seen.put(meter, new Seen()));
  }

  static Watch begin(List<Meter> meters) {
    Watch watch = new Watch(meters);
    watch.read();
    watch.clock.scheduleWithFixedDelay(watch::read, 1, 1, TimeUnit.SECONDS);
    return watch;
  }

  synchronized List<Usage> usages() {
    read();
    return seen.entrySet().stream()
        .filter(each -> !Double.isNaN(each.getValue().last))
        .map(
            each ->
                new Usage(
                    each.getKey().name(),
                    each.getValue().cpu,
                    each.getValue().memory,
                    each.getKey().memory()))
        .toList();
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private synchronized void read() {
    seen.forEach((meter, all) -> meter.read().ifPresent(all::add));
  }
}
