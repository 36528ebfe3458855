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
    this.locator =
        new SchemaLocator(
            SchemaFiles.below(List.of(this.folder)),
            others,
            new LocationCatalogs(this.folder, files(Kind.CATALOG)).locations());
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
      return library();
    }
    StandardFacts facts = factsOf(survey.owner());
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
        Naming.folder(facts.version()),
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

  /** Schemas and code lists that others use: no message of its own. */
  private Manifest library() {
    List<String> lists = files(Kind.CODE_LIST);
    List<SchemaFile> entries = survey.library();
    if (entries.isEmpty() && lists.isEmpty()) {
      throw new XoevException(XoevError.PACKAGE_WITHOUT_SCHEMA, "no global element is a message");
    }
    var reached = new SchemaClosure(locator, entries);
    StandardFacts facts =
        entries.isEmpty()
            ? ListNames.of(lists.stream().map(folder::resolve).toList())
            : entries.stream()
                .filter(entry -> survey.factsOf(entry.namespace()).isPresent())
                .reduce((first, last) -> last)
                .map(this::factsOf)
                .orElseGet(() -> guessed(entries.get(entries.size() - 1)));
    remarks.add(
        new Text(
            "Das Paket hat keine eigenen Nachrichten: andere Standards benutzen seine Schemata und"
                + " Codelisten.",
            "The package has no messages of its own: other standards use its schemas and code"
                + " lists."));
    return new Manifest(
        facts.nameTechnical(),
        facts.nameShort(),
        facts.kennung(),
        Naming.folder(facts.version()),
        Validity.ALWAYS,
        "none",
        Map.of(),
        List.of(),
        List.of(),
        entries.stream().map(this::relative).toList(),
        locations(reached),
        List.of(),
        lists,
        List.of(),
        ReplySettings.NONE,
        required(reached));
  }

  private StandardFacts factsOf(String namespace) {
    return factsOf(survey.entries(namespace).get(0));
  }

  private StandardFacts factsOf(SchemaFile entry) {
    return survey
        .factsOf(entry.namespace())
        .map(said -> Naming.completed(said, entry))
        .orElseGet(() -> guessed(entry));
  }

  private StandardFacts guessed(SchemaFile entry) {
    StandardFacts guess = Naming.guessed(entry);
    String name = guess.nameTechnical() + " " + guess.version();
    var derived =
        new Text(
            "Die Schemata nennen keinen Standard (xs:appinfo); Name und Version sind abgeleitet: "
                + name,
            "The schemas name no standard (xs:appinfo); name and version are derived: " + name);
    if (!remarks.contains(derived)) {
      remarks.add(derived);
    }
    return guess;
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
