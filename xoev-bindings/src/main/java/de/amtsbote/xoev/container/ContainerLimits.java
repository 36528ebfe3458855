package de.amtsbote.xoev.container;

import java.time.Duration;

/**
 * What a container may cost.
 *
 * @param maxEntries number of files
 * @param maxBytes size of all files when unpacked
 * @param maxRatio unpacked bytes per packed byte, beyond the first 10 MiB; a tenth of it beyond a
 *     sixteenth of all bytes, because documents that large are hardly ever mostly blank
 * @param time time for unpacking it once
 */
public record ContainerLimits(int maxEntries, long maxBytes, int maxRatio, Duration time) {

  /** Enough for a records transfer of an authority. */
  public static final ContainerLimits DEFAULT =
      new ContainerLimits(10_000, 4L << 30, 200, Duration.ofSeconds(60));

  /** The same limits with another time. */
  public ContainerLimits withTime(Duration other) {
    return new ContainerLimits(maxEntries, maxBytes, maxRatio, other);
  }
}
