package de.amtsbote.xoev.install;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.schema.Declared;
import de.amtsbote.xoev.schema.SchemaFile;
import de.amtsbote.xoev.xml.Encoding;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * The same schema twice in a delivery (absolute and relative locations, with and without remarks):
 * one of them is kept. Two of one name that declare different things are parts of a schema; two
 * that declare the same in different words are no twins but two releases.
 */
final class Twins {

  private final Map<String, List<SchemaFile>> kept = new LinkedHashMap<>();
  private final Map<String, Set<String>> differing = new TreeMap<>();

  Twins(List<SchemaFile> files) {
    for (SchemaFile file : files) {
      sort(
          file, kept.computeIfAbsent(file.name() + ' ' + file.namespace(), n -> new ArrayList<>()));
    }
  }

  List<SchemaFile> kept() {
    return kept.values().stream().flatMap(List::stream).toList();
  }

  /** Names of files of a namespace that are there twice with different content. */
  Set<String> differing(String namespace) {
    return differing.getOrDefault(namespace, Set.of());
  }

  private void sort(SchemaFile file, List<SchemaFile> others) {
    for (int i = 0; i < others.size(); i++) {
      SchemaFile other = others.get(i);
      boolean same = said(other).equals(said(file));
      if (same || !isPart(other, file)) {
        if (!same) {
          differing.computeIfAbsent(file.namespace(), n -> new TreeSet<>()).add(file.name());
        }
        others.set(i, one(other, file));
        return;
      }
    }
    others.add(file);
  }

  /** The one with relative locations, else the one with the metadata of its standard. */
  private static SchemaFile one(SchemaFile a, SchemaFile b) {
    boolean relative = b.path().toString().contains("_dev");
    boolean described = text(b).contains("appinfo") && !text(a).contains("appinfo");
    return relative || (described && !a.path().toString().contains("_dev")) ? b : a;
  }

  private static boolean isPart(SchemaFile a, SchemaFile b) {
    var declared = new Declared();
    Document one = document(a);
    Document other = document(b);
    return Declared.somethingIn(one)
        && Declared.somethingIn(other)
        && declared.isNew(one)
        && declared.isNew(other);
  }

  private static Document document(SchemaFile file) {
    try (var in = Files.newInputStream(file.path())) {
      return Xml.schemaDocuments().parse(in);
    } catch (SAXException | IOException broken) {
      throw new XoevException(
          XoevError.PACKAGE_UNREADABLE, file.name() + " is not well-formed", broken);
    }
  }

  /** What the schema declares, without locations, remarks and layout. */
  private static String said(SchemaFile file) {
    return text(file)
        .replaceAll("(?s)<!--.*?-->|<\\?.*?\\?>", "")
        .replaceAll("(?s)<([\\w.-]+:)?annotation\\b[^>]*+(?<=/)>", "")
        .replaceAll("(?s)<([\\w.-]+:)?annotation\\b.*?</([\\w.-]+:)?annotation\\s*>", "")
        .replaceAll("schemaLocation\\s*=\\s*(\"[^\"]*\"|'[^']*')", "")
        .replaceAll("[^!-~]+", "");
  }

  private static String text(SchemaFile file) {
    try {
      return Encoding.text(Files.readAllBytes(file.path()));
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, file.path().toString(), unreadable);
    }
  }
}
