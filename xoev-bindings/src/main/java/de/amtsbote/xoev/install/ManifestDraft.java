package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.schema.SchemaClosure;
import de.amtsbote.xoev.schema.SchemaFile;
import de.amtsbote.xoev.schema.SchemaFiles;
import de.amtsbote.xoev.schema.SchemaLocator;
import de.amtsbote.xoev.standard.Manifest;
import de.amtsbote.xoev.standard.MessageNamespace;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.ReplySettings;
import de.amtsbote.xoev.standard.RuleFile;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.standard.Validity;
import de.amtsbote.xoev.xml.Encoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** Writes the manifest of a delivery from what its schemas, rules and code lists say themselves. */
final class ManifestDraft {

  private final Path folder;
  private final StandardCatalog catalog;
  private final SchemaLocator locator;
  private final SchemaSurvey survey;
  private final List<Text> remarks = new ArrayList<>();

  ManifestDraft(Path folder, StandardCatalog catalog) {
    this.folder = folder.toAbsolutePath().normalize();
    this.catalog = catalog;
    var others =
        SchemaFiles.below(catalog.packages().stream().map(StandardPackage::directory).toList());
    this.locator = new SchemaLocator(SchemaFiles.below(List.of(this.folder)), others, Map.of());
    this.survey = new SchemaSurvey(locator);
  }

  /** What an operator should know about the delivery. */
  List<Text> remarks() {
    return remarks;
  }

  /** References of its schemas that no file answers. */
  Set<SchemaClosure.Missing> missing() {
    return survey.closure().missing();
  }

  Manifest manifest() {
    List<String> namespaces = survey.namespaces();
    if (namespaces.isEmpty()) {
      throw new XoevException(XoevError.PACKAGE_WITHOUT_SCHEMA, "no global element is a message");
    }
    String own = namespaces.get(namespaces.size() - 1);
    StandardFacts facts = factsOf(own);
    Releases.refuseSeveral(namespaces, survey, this::factsOf);
    remarks.addAll(survey.leftOut());
    var messageNamespaces = namespaces.stream().map(this::namespace).toList();
    var roots = new ArrayList<MessageRoot>();
    var entries = new ArrayList<SchemaFile>();
    for (String ns : namespaces) {
      survey.roots(ns).forEach(name -> roots.add(new MessageRoot(ns, name)));
      entries.addAll(survey.entries(ns));
    }
    var reached = new SchemaClosure(locator, entries);
    String header = HeaderProfileGuess.of(List.copyOf(reached.documents().values()));
    return new Manifest(
        facts.nameTechnical(),
        facts.nameShort(),
        facts.kennung(),
        facts.version(),
        Validity.ALWAYS,
        header,
        Map.of(),
        messageNamespaces,
        roots,
        entries.stream().map(this::relative).toList(),
        locations(reached),
        rules(roots.stream().map(MessageRoot::name).toList()),
        files(Kind.CODE_LIST),
        AttachmentGuess.of(List.copyOf(reached.documents().values())),
        ReplySettings.NONE,
        required(reached));
  }

  private StandardFacts factsOf(String namespace) {
    SchemaFile entry = survey.entries(namespace).get(0);
    return survey
        .factsOf(namespace)
        .map(f -> f.nameTechnical().isEmpty() ? named(f, entry) : f)
        .orElseGet(() -> guessed(entry));
  }

  private static StandardFacts named(StandardFacts facts, SchemaFile entry) {
    String name = facts.nameShort().isEmpty() ? stem(entry) : facts.nameShort();
    return new StandardFacts(
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-"),
        name,
        facts.kennung(),
        facts.version());
  }

  private StandardFacts guessed(SchemaFile entry) {
    String version = entry.version().isEmpty() ? "0" : entry.version();
    var derived =
        new Text(
            "Die Schemata nennen keinen Standard (xs:appinfo); Name und Version sind abgeleitet: "
                + stem(entry)
                + " "
                + version,
            "The schemas name no standard (xs:appinfo); name and version are derived: "
                + stem(entry)
                + " "
                + version);
    if (!remarks.contains(derived)) {
      remarks.add(derived);
    }
    return new StandardFacts(stem(entry), stem(entry), "", version);
  }

  private static String stem(SchemaFile file) {
    return file.name()
        .replaceFirst("(?i)\\.xsd$", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9._-]+", "-")
        .replaceFirst("^[._-]+", "");
  }

  private MessageNamespace namespace(String uri) {
    StandardFacts facts = factsOf(uri);
    var place = new VersionPlace(survey.reachable(uri));
    String said = place.standardName();
    return new MessageNamespace(
        uri,
        said.isEmpty() ? facts.nameShort() : said,
        facts.version(),
        place.path(facts.version()));
  }

  /**
   * Absolute locations that a file of the package answers, written down for people and for other
   * tools.
   */
  private Map<String, String> locations(SchemaClosure reached) {
    var locations = new TreeMap<String, String>();
    reached
        .documents()
        .forEach(
            (file, document) -> {
              for (Element reference : SchemaClosure.references(document)) {
                String location = reference.getAttribute("schemaLocation");
                if (location.contains(":")) {
                  reached
                      .target(file, reference)
                      .filter(target -> target.path().startsWith(folder))
                      .ifPresent(target -> locations.put(location, relative(target)));
                }
              }
            });
    return locations;
  }

  private List<String> required(SchemaClosure reached) {
    var ids = new TreeSet<String>();
    for (StandardPackage other : catalog.packages()) {
      Path directory = other.directory().toAbsolutePath().normalize();
      if (reached.documents().keySet().stream().anyMatch(f -> f.path().startsWith(directory))) {
        ids.add(other.id());
      }
    }
    return List.copyOf(ids);
  }

  private List<RuleFile> rules(List<String> roots) {
    var scope = new RuleScope(roots);
    List<String> all =
        new RuleFiles(files(Kind.SCHEMATRON), files(Kind.STYLESHEET), this::content).all();
    if (all.isEmpty()) {
      remarks.add(
          new Text("Das Paket enthält keine Schematron-Regeln.", "The package has no Schematron."));
    }
    var rules = new ArrayList<RuleFile>();
    for (String file : all) {
      String meant = all.size() > 1 ? scope.of(nameOf(file), content(file)) : RuleScope.EVERY;
      rules.add(new RuleFile(file, meant, false, Map.of()));
      if (!meant.equals(RuleScope.EVERY)) {
        remarks.add(
            new Text(
                nameOf(file) + " gilt nur für Nachrichten " + meant,
                nameOf(file) + " runs for messages " + meant + " only"));
      }
    }
    return rules;
  }

  private List<String> files(Kind kind) {
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .sorted()
          .filter(path -> Kind.of(path) == kind)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .toList();
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, folder.toString(), unreadable);
    }
  }

  private String content(String file) {
    try {
      return Encoding.text(Files.readAllBytes(folder.resolve(file)));
    } catch (IOException unreadable) {
      throw new XoevException(XoevError.STORAGE_FAILED, file, unreadable);
    }
  }

  private String relative(SchemaFile file) {
    return folder.relativize(file.path()).toString().replace('\\', '/');
  }

  private static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
