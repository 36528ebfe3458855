package de.amtsbote.gateway.delivery.drop;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The folder of a delivery, wherever it is, while it is used. Paths are relative to it, with
 * slashes.
 */
interface DropPlace extends AutoCloseable {

  /**
   * What lies in a folder.
   *
   * @param changed when it was changed last by the clock of its place, in seconds or finer
   */
  record Item(String name, boolean isFolder, long size, String changed) {

    /** True when it certainly was changed before that time, by the clock of its place. */
    boolean changedBefore(Instant time) {
      try {
        return Instant.parse(changed).isBefore(time);
      } catch (DateTimeParseException e) {
        return false;
      }
    }
  }

  boolean exists(String path) throws IOException;

  /** Makes a folder that may be there already. */
  void ensureFolder(String path) throws IOException;

  /** Makes a new file; when the stream is closed without failure, its bytes are on the disk. */
  OutputStream create(String file) throws IOException;

  /** Has the names in a folder forced to the disk, where that can be asked for. */
  void force(String folder) throws IOException;

  /** Renames at once; never over something that is there. */
  void rename(String from, String to) throws IOException;

  /** Deletes a file, if it is there. */
  void delete(String file) throws IOException;

  /** Deletes a folder with the files in it, if it is there. */
  void deleteFolder(String folder) throws IOException;

  /** What lies in the folder itself. */
  default List<Item> list() throws IOException {
    return list("");
  }

  /** What lies in a folder. */
  List<Item> list(String path) throws IOException;

  /** The beginning of a file. */
  byte[] read(String file, int most) throws IOException;

  @Override
  void close() throws IOException;
}
