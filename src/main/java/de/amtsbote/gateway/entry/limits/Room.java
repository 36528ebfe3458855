package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The free space of the disks that a message comes to. What is announced but not yet written counts
 * as used: once for the spool and once for the database.
 */
final class Room {

  /** Counted for a body that does not tell its length. */
  private static final long UNKNOWN = 1024 * 1024;

  private static final Duration COME_BACK = Duration.ofMinutes(1);

  private final List<Path> folders;
  private final long reserve;
  private final AtomicLong announced = new AtomicLong();

  Room(List<Path> folders, long reserve) {
    this.folders = folders;
    this.reserve = reserve;
  }

  /**
   * Sets room for a body aside.
   *
   * @param length -1 when it is not known
   * @throws GatewayException {@link ErrorCode#STORAGE_FULL}
   */
  Permit take(long length) {
    var size = 2 * (length < 0 ? UNKNOWN : length);
    var all = announced.addAndGet(size);
    if (free() - all < reserve) {
      announced.addAndGet(-size);
      throw GatewayException.later(
          ErrorCode.STORAGE_FULL, "the disk of this node is nearly full", COME_BACK);
    }
    return () -> announced.addAndGet(-size);
  }

  /** Whether there is still room for small messages. */
  boolean isEnough() {
    return free() - announced.get() >= reserve;
  }

  /** Free bytes on the fullest of the disks. */
  long free() {
    return folders.stream().mapToLong(Room::free).min().orElse(Long.MAX_VALUE);
  }

  private static long free(Path folder) {
    try {
      var existing = folder.toAbsolutePath();
      while (existing != null && !Files.exists(existing)) {
        existing = existing.getParent();
      }
      return existing == null ? Long.MAX_VALUE : Files.getFileStore(existing).getUsableSpace();
    } catch (IOException e) {
      // a disk that does not tell cannot be guarded; writing to it fails by itself when it is full
      return Long.MAX_VALUE;
    }
  }
}
