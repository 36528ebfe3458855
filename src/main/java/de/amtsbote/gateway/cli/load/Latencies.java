package de.amtsbote.gateway.cli.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Percentiles of durations, to three digits. */
final class Latencies {

  private static final int DIGITS = 3;

  private final Histogram histogram = new Histogram(DIGITS);

  Latencies(Stream<Duration> durations) {
    durations.forEach(
        it -> histogram.recordValue(Math.max(0, TimeUnit.NANOSECONDS.toMicros(it.toNanos()))));
  }

  double millis(double percentile) {
    return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1000.0;
  }

  double maxMillis() {
    return histogram.getMaxValue() / 1000.0;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("p50", millis(50));
    json.put("p90", millis(90));
    json.put("p99", millis(99));
    json.put("max", maxMillis());
    return json;
  }

  @Override
  public String toString() {
    return "p50 %,.0f ms   p90 %,.0f ms   p99 %,.0f ms   max %,.0f ms"
        .formatted(millis(50), millis(90), millis(99), maxMillis());
  }
}
