package de.amtsbote.xoev.container;

/**
 * What a container may cost.
 *
 * @param maxEntries number of files
 * @param maxBytes size of all files when unpacked
 * @param maxRatio unpacked size of a file per packed byte, beyond the first 10 MiB
 */
public record ContainerLimits(int maxEntries, long maxBytes, int maxRatio) {

  /** Enough for a records transfer of an authority. */
  public static final ContainerLimits DEFAULT = new ContainerLimits(10_000, 4L << 30, 200);
}
