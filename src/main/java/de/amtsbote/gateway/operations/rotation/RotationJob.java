package de.amtsbote.gateway.operations.rotation;

import de.amtsbote.gateway.message.rotation.KeyRotation;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the rotation, which says in the log what it did. */
final class RotationJob {

  private static final Logger LOG = LoggerFactory.getLogger(RotationJob.class);

  private final KeyRotation rotation;
  private final Clock clock;
  private final Duration longest;

  RotationJob(KeyRotation rotation, Clock clock, Duration longest) {
    this.rotation = rotation;
    this.clock = clock;
    this.longest = longest;
  }

  void run(BooleanSupplier stopping) {
    var end = clock.instant().plus(longest);
    rotation
        .rewrap(() -> !stopping.getAsBoolean() && clock.instant().isBefore(end))
        .forEach(
            it ->
                LOG.info(
                    "Data keys moved from {} to {}: {} done, {} failed, {} left",
                    it.from(),
                    it.to(),
                    it.done(),
                    it.failed(),
                    it.left()));
  }
}
