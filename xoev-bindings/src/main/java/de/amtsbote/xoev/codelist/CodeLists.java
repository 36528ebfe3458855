package de.amtsbote.xoev.codelist;

import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The code lists of all installed packages; a list is read when it is first asked for and then kept
 * as a set.
 */
public final class CodeLists {

  /** What a list says about a code; one whose codes cannot be read says nothing. */
  public enum Answer {
    LISTED,
    NOT_LISTED,
    UNKNOWN_VERSION,
    UNKNOWN_LIST
  }

  private record Column(Path file, String name) {}

  private final StandardCatalog catalog;
  private final Map<Column, Set<String>> codes = new ConcurrentHashMap<>();
  private final Map<Path, Map<String, Map<String, Path>>> byPackage = new ConcurrentHashMap<>();

  /**
   * @param catalog whose packages' lists are known
   */
  public CodeLists(StandardCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Looks a code up, in the lists of the message's own package first, then in those of all others.
   *
   * @param standard the package of the message
   * @param uri identity of the list
   * @param version version as the message or the schema says it; a string
   * @param column column the code comes from; empty for the key column of the list
   */
  public Answer find(
      StandardPackage standard, String uri, String version, String column, String code) {
    Path file = listsOf(standard).getOrDefault(uri, Map.of()).get(version);
    boolean known = file != null || listsOf(standard).containsKey(uri);
    for (StandardPackage other : file == null ? catalog.packages() : List.<StandardPackage>of()) {
      Map<String, Path> versions = listsOf(other).get(uri);
      known |= versions != null;
      if (versions != null && versions.containsKey(version)) {
        file = versions.get(version);
        break;
      }
    }
    if (file == null) {
      return known ? Answer.UNKNOWN_VERSION : Answer.UNKNOWN_LIST;
    }
    Set<String> listed = codesOf(new Column(file, column));
    if (listed.isEmpty()) {
      return Answer.UNKNOWN_LIST;
    }
    return listed.contains(code) ? Answer.LISTED : Answer.NOT_LISTED;
  }

  private Set<String> codesOf(Column column) {
    Set<String> known = codes.get(column);
    return known != null
        ? known
        : codes.computeIfAbsent(column, c -> Genericode.codes(c.file(), c.name()));
  }

  /** The versions of a list that this package brings along. */
  public Set<String> versions(String uri, StandardPackage standard) {
    return listsOf(standard).getOrDefault(uri, Map.of()).keySet();
  }

  /** Lists of one package by identity and version; read when first asked for. */
  private Map<String, Map<String, Path>> listsOf(StandardPackage standard) {
    var known = byPackage.get(standard.directory());
    return known != null
        ? known
        : byPackage.computeIfAbsent(standard.directory(), d -> scan(standard));
  }

  private static Map<String, Map<String, Path>> scan(StandardPackage standard) {
    var found = new HashMap<String, Map<String, Path>>();
    for (String list : standard.manifest().codeLists()) {
      Path file = standard.directory().resolve(list);
      ListIdentity identity = ListIdentity.of(file);
      found
          .computeIfAbsent(identity.uri(), uri -> new HashMap<>())
          .putIfAbsent(identity.version(), file);
    }
    return found;
  }
}
