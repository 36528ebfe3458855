package de.amtsbote.xoev.codelist;

import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The code lists of all installed packages; a list is read when it is first asked for and then kept
 * as a set.
 */
public final class CodeLists {

  /** What a list says about a code. */
  public enum Answer {
    LISTED,
    NOT_LISTED,
    UNKNOWN_VERSION,
    UNKNOWN_LIST
  }

  private record Column(Path file, String name) {}

  private final StandardCatalog catalog;
  private final Map<Column, Set<String>> codes = new ConcurrentHashMap<>();
  private volatile Map<String, Map<String, Path>> index;

  /**
   * @param catalog whose packages' lists are known
   */
  public CodeLists(StandardCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Looks a code up.
   *
   * @param uri identity of the list
   * @param version version as the message or the schema says it; a string
   * @param column column the code comes from; empty for the key column of the list
   */
  public Answer find(String uri, String version, String column, String code) {
    Map<String, Path> versions = index().get(uri);
    if (versions == null) {
      return Answer.UNKNOWN_LIST;
    }
    Path file = versions.get(version);
    if (file == null) {
      return Answer.UNKNOWN_VERSION;
    }
    boolean listed =
        codes
            .computeIfAbsent(new Column(file, column), c -> Genericode.codes(c.file(), c.name()))
            .contains(code);
    return listed ? Answer.LISTED : Answer.NOT_LISTED;
  }

  /** The versions of a list that this package brings along. */
  public Set<String> versions(String uri, StandardPackage standard) {
    return index().getOrDefault(uri, Map.of()).entrySet().stream()
        .filter(version -> version.getValue().startsWith(standard.directory()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Map<String, Map<String, Path>> index() {
    Map<String, Map<String, Path>> known = index;
    if (known == null) {
      synchronized (this) {
        known = index;
        if (known == null) {
          known = scan();
          index = known;
        }
      }
    }
    return known;
  }

  private Map<String, Map<String, Path>> scan() {
    var found = new ConcurrentHashMap<String, Map<String, Path>>();
    for (StandardPackage standard : catalog.packages()) {
      for (String list : standard.manifest().codeLists()) {
        Path file = standard.directory().resolve(list);
        Genericode.Identity identity = Genericode.identity(file);
        found
            .computeIfAbsent(identity.uri(), uri -> new ConcurrentHashMap<>())
            .putIfAbsent(identity.version(), file);
      }
    }
    return found;
  }
}
