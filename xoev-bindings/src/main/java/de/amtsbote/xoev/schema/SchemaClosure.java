package de.amtsbote.xoev.schema;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The documents that some entry schemas reach by include, import and redefine. */
public final class SchemaClosure {

  /**
   * A reference that no file answers.
   *
   * @param part true for a part of the same schema, false for an import
   */
  public record Missing(String from, String location, String namespace, boolean part) {}

  private final Map<SchemaFile, Document> documents = new LinkedHashMap<>();
  private final Set<Missing> missing = new LinkedHashSet<>();
  private final SchemaLocator locator;

  /**
   * Reads the documents.
   *
   * @throws XoevException ({@link XoevError#PACKAGE_UNREADABLE}) when one is not well-formed
   */
  public SchemaClosure(SchemaLocator locator, List<SchemaFile> entries) {
    this(locator, entries, Map.of());
  }

  private SchemaClosure(
      SchemaLocator locator, List<SchemaFile> entries, Map<SchemaFile, Document> read) {
    this.locator = locator;
    var open = new ArrayDeque<>(entries);
    while (!open.isEmpty()) {
      SchemaFile file = open.removeFirst();
      if (!documents.containsKey(file)) {
        Document document = read.containsKey(file) ? read.get(file) : parse(file);
        documents.put(file, document);
        references(document).forEach(reference -> open.addAll(follow(file, reference)));
      }
    }
  }

  /** What some of these documents reach, without reading them again. */
  public SchemaClosure from(List<SchemaFile> entries) {
    return new SchemaClosure(locator, entries, documents);
  }

  /** The documents, in the order in which they were reached. */
  public Map<SchemaFile, Document> documents() {
    return documents;
  }

  /** What could not be found. */
  public Set<Missing> missing() {
    return missing;
  }

  /** The include, import and redefine elements of a document. */
  public static List<Element> references(Document document) {
    var root = document.getDocumentElement();
    var all = new java.util.ArrayList<Element>();
    all.addAll(Xs.children(root, "include"));
    all.addAll(Xs.children(root, "import"));
    all.addAll(Xs.children(root, "redefine"));
    return all;
  }

  /** The document a reference leads to, if it is here. */
  public Optional<SchemaFile> target(SchemaFile from, Element reference) {
    String location = reference.getAttribute("schemaLocation");
    String namespace =
        Xs.is(reference, "import") ? reference.getAttribute("namespace") : from.namespace();
    return locator.find(from, location, namespace);
  }

  /**
   * All documents a reference leads to: those of the whole namespace when an import has no location
   * and they are parts of one schema.
   */
  List<SchemaFile> targets(SchemaFile from, Element reference) {
    List<SchemaFile> one = target(from, reference).stream().toList();
    boolean whole = Xs.is(reference, "import") && !reference.hasAttribute("schemaLocation");
    List<SchemaFile> all = whole && !one.isEmpty() ? locator.besides(one.get(0), from) : one;
    var declared = new Declared();
    return all.size() > 1 && all.stream().map(SchemaClosure::parse).allMatch(declared::isNew)
        ? all
        : one;
  }

  private List<SchemaFile> follow(SchemaFile from, Element reference) {
    var targets = targets(from, reference);
    if (targets.isEmpty()) {
      boolean named = Xs.is(reference, "import");
      missing.add(
          new Missing(
              from.name(),
              reference.getAttribute("schemaLocation"),
              named ? reference.getAttribute("namespace") : from.namespace(),
              !named));
    }
    return targets;
  }

  static Document parse(SchemaFile file) {
    // by its bytes, because the parser would look for the composed form of a name
    try (var in = Files.newInputStream(file.path())) {
      return Xml.schemaDocuments().parse(in, file.path().toUri().toString());
    } catch (SAXException | IOException broken) {
      throw new XoevException(
          XoevError.PACKAGE_UNREADABLE, file.name() + " is not well-formed", broken);
    }
  }
}
