package de.amtsbote.osci.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds as many spool files of one octet as a message may have parts, none of them in memory.
 * Argument: folder for temporary files. To be run in a small heap; ends with 0 if each could be
 * read.
 */
public final class ManySmallFiles {

  private static final int COUNT = 1_000;

  private ManySmallFiles() {}

  /** Runs once. */
  public static void main(String[] arguments) throws IOException {
    Spool spool = new Spool(Path.of(arguments[0]), 0, 0);
    List<SpoolFile> files = new ArrayList<>();
    try {
      for (int i = 0; i < COUNT; i++) {
        files.add(spool.copyOf(new byte[] {(byte) i}));
      }
      for (int i = 0; i < COUNT; i++) {
        if (files.get(i).readAll()[0] != (byte) i) {
          throw new IllegalStateException("file " + i + " is not what was written");
        }
      }
    } finally {
      files.forEach(SpoolFile::close);
    }
  }
}
