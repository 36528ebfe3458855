package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.schema.PackageSchemas;
import de.amtsbote.xoev.schematron.Rules;
import de.amtsbote.xoev.standard.Manifest;
import de.amtsbote.xoev.standard.ManifestYaml;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Installs, removes and checks standard packages in one directory. Everything is prepared beside
 * the installed packages and moved into place at the end, so a bad package changes nothing. No
 * network is used.
 */
public final class StandardInstaller {

  private final Path directory;

  /**
   * @param directory the directory that holds one folder per package; it is created when needed
   */
  public StandardInstaller(Path directory) {
    this.directory = directory;
  }

  /**
   * Installs a delivery of one release as it is published.
   *
   * @param delivery a folder or ZIP file with schemas, rules and code lists
   * @throws XoevException with the reason; nothing was changed then
   */
  public Installation install(Path delivery, InstallOptions options) {
    return install(delivery, options, false).get(0);
  }

  /**
   * Installs a delivery as it is published; one with several releases of a standard, each in a
   * folder of its own, becomes several packages. All of them are installed or none.
   *
   * @param delivery a folder or ZIP file with schemas, rules and code lists
   * @throws XoevException with the reason; nothing was changed then
   */
  public List<Installation> installAll(Path delivery, InstallOptions options) {
    return install(delivery, options, true);
  }

  private List<Installation> install(Path delivery, InstallOptions options, boolean several) {
    var staging = new Staging(directory);
    try {
      Path whole = staging.create();
      List<Text> leftOut = new Delivery(whole).take(delivery);
      List<Installation> ready;
      try {
        ready = List.of(prepare(whole, options, leftOut));
      } catch (XoevException ambiguous) {
        // one pair of dates cannot hold for two releases
        boolean apart = several && options.validity().isEmpty();
        if (!apart || ambiguous.error() != XoevError.PACKAGE_AMBIGUOUS) {
          throw ambiguous;
        }
        ready = prepareEach(whole, staging, options, leftOut, ambiguous);
      }
      return staging.activate(ready, options.replace());
    } catch (IOException failed) {
      throw new XoevException(XoevError.STORAGE_FAILED, directory.toString(), failed);
    } finally {
      staging.clear();
    }
  }

  private List<Installation> prepareEach(
      Path whole,
      Staging staging,
      InstallOptions options,
      List<Text> leftOut,
      XoevException ambiguous)
      throws IOException {
    var releases = new ReleaseFolders(whole, Staging.catalog(directory));
    if (releases.folders().isEmpty()) {
      throw ambiguous;
    }
    var ready = new ArrayList<Installation>();
    for (Path release : releases.folders()) {
      Path alone = staging.create();
      releases.copy(release, alone);
      ready.add(prepare(alone, options, ready.isEmpty() ? leftOut : List.of()));
    }
    return ready;
  }

  /**
   * What is installed; an installation that a killed process left behind half done is completed
   * first.
   *
   * @throws XoevException ({@link XoevError#MANIFEST_INVALID}) when a package's manifest is wrong
   */
  public StandardCatalog catalog() {
    return Staging.catalog(directory);
  }

  /** Removes an installed package. */
  public void remove(String name, String version) {
    StandardCatalog catalog = catalog();
    StandardPackage standard = catalog.get(name, version);
    for (StandardPackage other : catalog.packages()) {
      if (other.manifest().requires().contains(standard.id())) {
        throw new XoevException(
            XoevError.IMPORT_UNRESOLVED, other.id() + " needs " + standard.id());
      }
    }
    new Staging(directory).retire(standard.directory());
  }

  /**
   * Compiles an installed package again; rules that were changed in place are translated anew.
   *
   * @return remarks; empty when all is well
   * @throws XoevException when it does not compile any more
   */
  public List<Text> check(String name, String version) {
    StandardCatalog catalog = Staging.catalog(directory);
    StandardPackage standard = catalog.get(name, version);
    PackageSchemas.compile(standard, catalog);
    Rules.transpileAhead(standard);
    new Rules(standard).compile();
    return remarks(standard.manifest());
  }

  private Installation prepare(Path staging, InstallOptions options, List<Text> leftOut)
      throws IOException {
    StandardCatalog catalog = Staging.catalog(directory);
    var draft = new ManifestDraft(staging, catalog);
    Path given = staging.resolve(ManifestYaml.FILE);
    Manifest manifest = draft.manifest();
    var remarks = new ArrayList<>(leftOut);
    Optional<Text> supplied = Supplied.into(staging, draft.missing());
    if (supplied.isPresent()) {
      remarks.add(supplied.get());
      draft = new ManifestDraft(staging, catalog);
      manifest = draft.manifest();
    }
    if (options.leavingOut() && !draft.missing().isEmpty()) {
      remarks.addAll(Supplied.empty(staging, draft.missing()));
      draft = new ManifestDraft(staging, catalog);
      manifest = draft.manifest();
    }
    if (Files.exists(given)) {
      manifest = ManifestYaml.merged(manifest, ManifestYaml.load(given), ManifestYaml.FILE);
    }
    if (options.validity().isPresent()) {
      manifest = manifest.inForce(options.validity().get());
    }
    ManifestYaml.write(manifest, given);
    manifest = ManifestYaml.read(given);
    if (!options.replace() && catalog.find(manifest.name(), manifest.version()).isPresent()) {
      throw new XoevException(XoevError.ALREADY_INSTALLED, manifest.id());
    }
    var standard = new StandardPackage(staging, manifest);
    PackageSchemas.compile(standard, catalog);
    Rules.transpileAhead(standard);
    new Rules(standard).compile();
    remarks.addAll(draft.remarks());
    remarks.addAll(remarks(manifest));
    return new Installation(standard, remarks);
  }

  private static List<Text> remarks(Manifest manifest) {
    var remarks = new ArrayList<Text>();
    if (manifest.validity().from().isEmpty() && manifest.validity().until().isEmpty()) {
      remarks.add(
          new Text(
              "Gültigkeit unbekannt: validFrom und validUntil in standard.yaml setzen.",
              "Dates unknown: set validFrom and validUntil in standard.yaml."));
    }
    if (manifest.codeLists().isEmpty()) {
      remarks.add(
          new Text(
              "Keine Codelisten im Paket: Codes externer Listen werden nicht geprüft.",
              "No code lists in the package: codes of external lists are not checked."));
    }
    return remarks;
  }
}
