package de.amtsbote.gateway.cli.audit;

import de.amtsbote.gateway.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** Reads the files of an evidence ZIP into memory; they are small. */
final class EvidenceFile {

  private static final int MOST_FILES = 1_000;
  private static final int LARGEST = 32 * 1024 * 1024;

  private EvidenceFile() {}

  /**
   * The files by name.
   *
   * @throws CommandFailure when it is no such ZIP
   */
  static Map<String, byte[]> read(Path path) throws IOException {
    if (!Files.isReadable(path)) {
      throw new CommandFailure("file " + path + " cannot be read");
    }
    var files = new LinkedHashMap<String, byte[]>();
    var left = LARGEST;
    try (var zip = new ZipInputStream(Files.newInputStream(path))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var content = zip.readNBytes(left + 1);
        left -= content.length;
        if (left < 0 || files.size() == MOST_FILES) {
          throw new CommandFailure("file " + path + " is too large to be evidence of a message");
        }
        if (files.put(entry.getName(), content) != null) {
          throw new CommandFailure("file " + path + " has two files " + entry.getName());
        }
      }
    }
    if (files.isEmpty()) {
      throw new CommandFailure("file " + path + " is no ZIP");
    }
    return files;
  }
}
