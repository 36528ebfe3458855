package de.amtsbote.gateway.operations;

import de.amtsbote.gateway.message.gate.Circuit;
import de.amtsbote.gateway.message.gate.CircuitStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which destinations are down, as gauges; the database is asked at most every few seconds. */
@Component
class CircuitMetrics implements MeterBinder {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final CircuitStore circuits;
  private final Clock clock;
  private MultiGauge single;
  private List<Circuit> last = List.of();
  private Instant readAt = Instant.MIN;

  CircuitMetrics(CircuitStore circuits, Clock clock) {
    this.circuits = circuits;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    single =
        MultiGauge.builder("amtsbote.circuit.open")
            .description("1 while the destination is down and its messages wait, else 0")
            .register(registry);
    Gauge.builder("amtsbote.circuits.open", () -> read().stream().filter(Circuit::isOpen).count())
        .description("Destinations that are down")
        .register(registry);
  }

  private synchronized List<Circuit> read() {
    var now = clock.instant();
    if (!now.isBefore(readAt.plus(FRESH))) {
      last = circuits.all();
      readAt = now;
      single.register(
          last.stream()
              .map(
                  it ->
                      MultiGauge.Row.of(
                          Tags.of("destination", it.destination()), it.isOpen() ? 1 : 0))
              .toList(),
          true);
    }
    return last;
  }
}
