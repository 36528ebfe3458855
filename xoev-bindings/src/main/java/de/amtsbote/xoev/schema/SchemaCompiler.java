package de.amtsbote.xoev.schema;

import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.regex.LinearPattern;
import de.amtsbote.xoev.xml.Xml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Compiles the entry schemas of a package into one schema. */
public final class SchemaCompiler {

  private static final Map<String, LinearPattern> AUTOMATA = new ConcurrentHashMap<>();

  private SchemaCompiler() {}

  /**
   * Compiles.
   *
   * @param entries entry schemas; those of one namespace are joined by a driver in memory, imported
   *     namespaces must come before those that import them
   * @throws XoevException ({@link XoevError#IMPORT_UNRESOLVED}, {@link XoevError#SCHEMA_INVALID})
   */
  public static CompiledSchema compile(SchemaLocator locator, List<SchemaFile> entries) {
    var closure = new SchemaClosure(locator, entries);
    if (!closure.missing().isEmpty()) {
      throw new XoevException(
          XoevError.IMPORT_UNRESOLVED, MissingSchemas.describe(closure.missing()));
    }
    Map<QName, String> columns = new HashMap<>();
    closure.documents().values().forEach(document -> CodeColumns.collect(document, columns));
    var extractor = new PatternExtractor(AUTOMATA);
    extractor.rewrite(closure.documents().values());
    try {
      return new CompiledSchema(factory(closure, entries), new TypePlans(extractor, columns));
    } catch (XoevException invalid) {
      throw LaterLanguage.in(closure)
          .map(said -> new XoevException(invalid.error(), invalid.details() + said, invalid))
          .orElse(invalid);
    }
  }

  /** Compiles the schemas as they are, with all their patterns; for comparing. */
  public static Schema compileUnchanged(SchemaLocator locator, List<SchemaFile> entries) {
    return factory(new SchemaClosure(locator, entries), entries);
  }

  private static Schema factory(SchemaClosure closure, List<SchemaFile> entries) {
    var joined = new JoinedImports(closure, entries);
    Map<String, byte[]> documents = rewritten(closure);
    var tangle = new Tangle(closure, entries);
    if (tangle.isThere()) {
      documents = led(documents, closure, tangle::driverOf);
      documents.putAll(tangle.drivers());
    }
    if (joined.isEmpty()) {
      return factory(documents, entries);
    }
    try {
      return factory(joined(documents, closure, joined), entries);
    } catch (XoevException broken) {
      // a mistake in a file that other programs ignore; what they take is taken here
      try {
        return factory(documents, entries);
      } catch (XoevException needed) {
        throw broken;
      }
    }
  }

  private static Schema factory(Map<String, byte[]> documents, List<SchemaFile> entries) {
    var resolver = new MemoryResolver(documents);
    try {
      var factory = Xml.schemas();
      factory.setResourceResolver(resolver);
      factory.setErrorHandler(new FirstError());
      return factory.newSchema(drivers(entries));
    } catch (SAXParseException invalid) {
      String where = resolver.name(invalid.getSystemId()) + ":" + invalid.getLineNumber();
      throw new XoevException(
          XoevError.SCHEMA_INVALID, where + " " + invalid.getMessage(), invalid);
    } catch (SAXException invalid) {
      throw new XoevException(XoevError.SCHEMA_INVALID, invalid.getMessage(), invalid);
    }
  }

  /** One source per namespace, which includes the entries of that namespace. */
  private static Source[] drivers(List<SchemaFile> entries) {
    var sources = new ArrayList<Source>();
    byNamespace(entries)
        .forEach(
            (namespace, files) ->
                sources.add(
                    new StreamSource(
                        new ByteArrayInputStream(driver(namespace, files)),
                        driverId("driver-" + sources.size()))));
    return sources.toArray(Source[]::new);
  }

  static Map<String, List<SchemaFile>> byNamespace(List<SchemaFile> entries) {
    var byNamespace = new LinkedHashMap<String, List<SchemaFile>>();
    entries.forEach(e -> byNamespace.computeIfAbsent(e.namespace(), n -> new ArrayList<>()).add(e));
    return byNamespace;
  }

  static String driverId(String name) {
    return Xml.SCHEME + ":///" + name;
  }

  static byte[] driver(String namespace, Collection<SchemaFile> files) {
    var text = new StringBuilder("<xs:schema xmlns:xs='" + Xs.NS + "'");
    if (!namespace.isEmpty()) {
      text.append(" targetNamespace='").append(escaped(namespace)).append('\'');
    }
    text.append('>');
    files.forEach(
        f -> text.append("<xs:include schemaLocation='").append(systemId(f)).append("'/>"));
    return text.append("</xs:schema>").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The documents again, with imports of joined namespaces led to a driver of each. */
  private static Map<String, byte[]> joined(
      Map<String, byte[]> documents, SchemaClosure closure, JoinedImports joined) {
    var all = led(documents, closure, joined::systemId);
    joined
        .byNamespace()
        .forEach((ns, files) -> all.put(joined.systemId(ns).orElseThrow(), driver(ns, files)));
    return all;
  }

  /** The documents again, with imports of some namespaces led elsewhere. */
  private static Map<String, byte[]> led(
      Map<String, byte[]> documents,
      SchemaClosure closure,
      Function<String, Optional<String>> where) {
    var all = new LinkedHashMap<>(documents);
    closure
        .documents()
        .forEach(
            (file, document) -> {
              boolean changed = false;
              for (Element reference : Xs.children(document.getDocumentElement(), "import")) {
                var driver = where.apply(reference.getAttribute("namespace"));
                driver.ifPresent(to -> reference.setAttribute("schemaLocation", to));
                changed |= driver.isPresent();
              }
              if (changed) {
                all.put(systemId(file), serialize(document));
              }
            });
    return all;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
  }

  static String systemId(SchemaFile file) {
    String path = file.path().toUri().getRawPath();
    return Xml.SCHEME + "://" + path.replace("&", "%26").replace("'", "%27");
  }

  /**
   * The rewritten documents by system id. Every reference is replaced by the system id of the
   * document that answers it, so the schema factory has nothing left to resolve.
   */
  private static Map<String, byte[]> rewritten(SchemaClosure closure) {
    var bytes = new LinkedHashMap<String, byte[]>();
    closure
        .documents()
        .forEach(
            (file, document) -> {
              for (Element reference : SchemaClosure.references(document)) {
                closure
                    .target(file, reference)
                    .ifPresent(t -> reference.setAttribute("schemaLocation", systemId(t)));
              }
              bytes.put(systemId(file), serialize(document));
            });
    return bytes;
  }

  private static byte[] serialize(Document document) {
    try {
      var out = new ByteArrayOutputStream();
      Xml.transformers()
          .newTransformer()
          .transform(new DOMSource(document.getDocumentElement()), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException broken) {
      throw new XoevException(XoevError.SCHEMA_INVALID, "cannot be written", broken);
    }
  }
}
