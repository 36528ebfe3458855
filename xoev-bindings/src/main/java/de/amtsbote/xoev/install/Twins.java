package de.amtsbote.xoev.install;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.schema.SchemaFile;
import de.amtsbote.xoev.xml.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The same schema twice in a delivery (absolute and relative locations): the relative one is kept.
 * Two that say different things are no twins but two releases.
 */
final class Twins {

  private final Map<String, SchemaFile> kept = new LinkedHashMap<>();
  private final Map<String, Set<String>> differing = new TreeMap<>();

  Twins(List<SchemaFile> files) {
    for (SchemaFile file : files) {
      kept.merge(file.name() + ' ' + file.namespace(), file, this::one);
    }
  }

  List<SchemaFile> kept() {
    return List.copyOf(kept.values());
  }

  /** Names of files of a namespace that are there twice with different content. */
  Set<String> differing(String namespace) {
    return differing.getOrDefault(namespace, Set.of());
  }

  private SchemaFile one(SchemaFile a, SchemaFile b) {
    if (!said(a).equals(said(b))) {
      differing.computeIfAbsent(a.namespace(), n -> new TreeSet<>()).add(a.name());
    }
    return b.path().toString().contains("_dev") ? b : a;
  }

  /** What the schema declares, without locations, documentation and layout. */
  private static String said(SchemaFile file) {
    try {
      return Encoding.text(Files.readAllBytes(file.path()))
          .replaceAll("(?s)<!--.*?-->|<\\?.*?\\?>", "")
          .replaceAll("(?s)<([\\w.-]+:)?documentation\\b.*?</([\\w.-]+:)?documentation\\s*>", "")
          .replaceAll("schemaLocation\\s*=\\s*(\"[^\"]*\"|'[^']*')", "")
          .replaceAll("[^!-~]+", "");
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, file.path().toString(), unreadable);
    }
  }
}
