package de.amtsbote.xoev.schema;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.Xml;
import java.io.IOException;
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

  /** A reference that no file answers. */
  public record Missing(String from, String location, String namespace) {}

  private final Map<SchemaFile, Document> documents = new LinkedHashMap<>();
  private final Set<Missing> missing = new LinkedHashSet<>();
  private final SchemaLocator locator;

  /**
   * Reads the documents.
   *
   * @throws XoevException ({@link XoevError#PACKAGE_UNREADABLE}) when one is not well-formed
   */
  public SchemaClosure(SchemaLocator locator, List<SchemaFile> entries) {
    this.locator = locator;
    var open = new ArrayDeque<>(entries);
    while (!open.isEmpty()) {
      SchemaFile file = open.removeFirst();
      if (!documents.containsKey(file)) {
        Document document = parse(file);
        documents.put(file, document);
        references(document).forEach(reference -> follow(file, reference).ifPresent(open::add));
      }
    }
  }

  /** The documents, in the order in which they were reached. */
  public Map<SchemaFile, Document> documents() {
    return documents;
  }

  /** What could not be found. */
  public Set<Missing> missing() {
    return missing;
  }

  /** The document that answers a reference of another. */
  Optional<SchemaFile> answer(SchemaFile from, String location, String namespace) {
    return locator.find(from, location, namespace);
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

  private Optional<SchemaFile> follow(SchemaFile from, Element reference) {
    var target = target(from, reference);
    if (target.isEmpty()) {
      boolean named = Xs.is(reference, "import");
      missing.add(
          new Missing(
              from.name(),
              reference.getAttribute("schemaLocation"),
              named ? reference.getAttribute("namespace") : from.namespace()));
    }
    return target;
  }

  static Document parse(SchemaFile file) {
    try {
      return Xml.schemaDocuments().parse(file.path().toFile());
    } catch (SAXException | IOException broken) {
      throw new XoevException(
          XoevError.PACKAGE_UNREADABLE, file.name() + " is not well-formed", broken);
    }
  }
}
