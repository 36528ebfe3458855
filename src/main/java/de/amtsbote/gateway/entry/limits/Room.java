package de.amtsbote.gateway.entry.limits;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The free space of the disks that a message comes to. What is announced but not yet written counts
 * as used: once for the spool and once for the database. Of whom nobody knows only what has come
 * counts, for else one header would use up the disk for all.
 */
final class Room {

  /** More than any body has, and twice as much is still a number. */
  static final long LARGEST = Long.MAX_VALUE / 4;

  /** Counted for a body of which nothing has come yet. */
  private static final long STEP = 1024 * 1024;

  private static final Duration COME_BACK = Duration.ofMinutes(1);

  private final List<Path> folders;
  private final long reserve;
  private final Map<Path, FileStore> disks = new ConcurrentHashMap<>();
  private final AtomicLong announced = new AtomicLong();

  Room(List<Path> folders, long reserve) {
    this.folders = folders;
    this.reserve = reserve;
  }

  /**
   * Sets room for a body aside.
   *
   * @param length what is announced; -1 when it is not known
   * @param isTrusted whether all that is announced is set aside; else only what has come
   * @throws GatewayException {@link ErrorCode#STORAGE_FULL}
   */
  Space take(long length, boolean isTrusted) {
    if (length > LARGEST || free() - announced.get() - 2 * Math.max(0, length) < reserve) {
      throw full();
    }
    var space = new Space();
    space.grow(isTrusted && length >= 0 ? 2 * length : 2 * STEP);
    return space;
  }

  private static GatewayException full() {
    return GatewayException.later(
        ErrorCode.STORAGE_FULL, "the disk of this node is nearly full", COME_BACK);
  }

  /** The room that is set aside for one body; used by one thread. */
  final class Space implements Permit {

    private long size;

    /**
     * So much of the body has come.
     *
     * @throws GatewayException {@link ErrorCode#STORAGE_FULL}
     */
    void came(long bytes) {
      if (bytes > size) {
        grow(bytes - size + STEP);
      }
    }

    private void grow(long more) {
      if (free() - announced.addAndGet(more) < reserve) {
        announced.addAndGet(-more);
        throw full();
      }
      size += more;
    }

    @Override
    public void close() {
      announced.addAndGet(-size);
      size = 0;
    }
  }

  /** Whether there is still room for small messages. */
  boolean isEnough() {
    return free() - announced.get() >= reserve;
  }

  /** Free bytes on the fullest of the disks. */
  long free() {
    return folders.stream().mapToLong(this::free).min().orElse(Long.MAX_VALUE);
  }

  private long free(Path folder) {
    try {
      var disk = disks.get(folder);
      if (disk == null) {
        disk = disk(folder);
      }
      return disk == null ? Long.MAX_VALUE : disk.getUsableSpace();
    } catch (IOException e) {
      // a disk that does not tell cannot be guarded; writing to it fails by itself when it is full
      return Long.MAX_VALUE;
    }
  }

  /** To find a disk takes reading the table of all mounts, so that it is done once. */
  private FileStore disk(Path folder) throws IOException {
    var existing = folder.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return null;
    }
    var disk = Files.getFileStore(existing);
    // a folder that is still to come may come from another disk
    if (existing.equals(folder.toAbsolutePath())) {
      disks.put(folder, disk);
    }
    return disk;
  }
}
