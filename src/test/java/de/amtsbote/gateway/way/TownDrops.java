package de.amtsbote.gateway.way;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What lies in the drop folders of the offices of a town. */
final class TownDrops {

  private TownDrops() {}

  static List<Path> of(Path town, String office) throws IOException {
    var drop = town.resolve("drop-" + office);
    if (!Files.exists(drop)) {
      return List.of();
    }
    try (var files = Files.list(drop)) {
      return files
          .filter(Files::isDirectory)
          .filter(it -> !it.getFileName().toString().startsWith("."))
          .toList();
    }
  }

  static List<Path> with(Path town, String office, byte[] payload) throws IOException {
    var found = new ArrayList<Path>();
    for (var dropped : of(town, office)) {
      var zip = dropped.resolve("payload.zip");
      var file = Files.exists(zip) ? zip : dropped.resolve("payload.xml");
      if (Arrays.equals(Files.readAllBytes(file), payload)) {
        found.add(dropped);
      }
    }
    return found;
  }

  /** A container is another test's: what it holds is no text. */
  static List<String> texts(Path town, String office) throws IOException {
    var found = new ArrayList<String>();
    for (var dropped : of(town, office)) {
      var payload = dropped.resolve("payload.xml");
      if (Files.exists(payload)) {
        found.add(Files.readString(payload));
      }
    }
    return found;
  }
}
