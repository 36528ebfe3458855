package de.amtsbote.gateway.cli.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What is to be sent.
 *
 * @param gateways nodes that take the messages in turn
 * @param service what the messages are for; null for what follows from their content
 * @param rate messages a second
 * @param concurrency most requests under way at once
 * @param repeat whether what was not taken for a passing reason is handed in again
 * @param patience how long it may last that nothing gets on
 * @param enough true once nothing more shall be sent, although not all was
 */
record LoadPlan(
    List<URI> gateways,
    String token,
    String service,
    double rate,
    int count,
    int concurrency,
    boolean repeat,
    Duration patience,
    BooleanSupplier enough) {

  /** Nanoseconds between the start and the moment at which this message shall go out. */
  long due(int number) {
    return (long) (number * 1e9 / rate);
  }

  /** The node for an attempt; the next attempt goes to another one. */
  URI gateway(int number, int attempt) {
    return gateways.get((number + attempt) % gateways.size());
  }
}
