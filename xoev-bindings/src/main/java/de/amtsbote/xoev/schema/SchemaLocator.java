package de.amtsbote.xoev.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Answers schema locations from files that are here: the relative path, the location map of the
 * package, the file name, the namespace; first in the package itself, then in other installed
 * packages. It never opens a URL.
 */
public final class SchemaLocator {

  private final SchemaFiles own;
  private final SchemaFiles others;
  private final Map<String, Path> locations;

  /**
   * @param own documents of the package
   * @param others documents of the packages it may use
   * @param locations absolute schema locations and the files that answer them
   */
  public SchemaLocator(SchemaFiles own, SchemaFiles others, Map<String, Path> locations) {
    this.own = own;
    this.others = others.published();
    this.locations = Map.copyOf(locations);
  }

  /**
   * Finds the document a schema asks for.
   *
   * @param from document that asks
   * @param said its {@code schemaLocation}, empty for none
   * @param namespace the namespace it wants; for includes that of the document itself
   */
  public Optional<SchemaFile> find(SchemaFile from, String said, String namespace) {
    String location = said.strip();
    return relative(from, location)
        .or(
            () ->
                Optional.ofNullable(locations.get(location))
                    .flatMap(own::at)
                    .filter(file -> fits(file.namespace(), namespace)))
        .or(() -> byName(own, from, location, namespace))
        .or(() -> byNamespace(own, from, namespace))
        .or(() -> byName(others, from, location, namespace))
        .or(() -> byNamespace(others, from, namespace));
  }

  /** The documents of the namespace of one that lie as near to the document that asks. */
  List<SchemaFile> besides(SchemaFile one, SchemaFile from) {
    return own.all().stream()
        .filter(file -> file.namespace().equals(one.namespace()))
        .filter(file -> shared(file, from) == shared(one, from))
        .toList();
  }

  private Optional<SchemaFile> relative(SchemaFile from, String location) {
    if (location.isEmpty() || isAbsolute(location)) {
      return Optional.empty();
    }
    try {
      Path target = from.path().resolveSibling(decoded(location).replace('\\', '/'));
      return own.at(target).or(() -> others.at(target));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static Optional<SchemaFile> byName(
      SchemaFiles files, SchemaFile from, String location, String namespace) {
    if (location.isEmpty()) {
      return Optional.empty();
    }
    // the address of a file in a version control system may end in a query
    String address = isAbsolute(location) ? location.replaceFirst("[?#].*", "") : location;
    String plain = composed(decoded(address)).replace('\\', '/');
    String name = plain.substring(plain.lastIndexOf('/') + 1);
    return best(
        files,
        file -> composed(file.name()).equalsIgnoreCase(name) && fits(file.namespace(), namespace),
        Comparator.<SchemaFile>comparingInt(file -> sharedAtEnd(file, plain))
            .thenComparingInt(file -> shared(file, from)));
  }

  private static Optional<SchemaFile> byNamespace(
      SchemaFiles files, SchemaFile from, String namespace) {
    return namespace.isEmpty() || namespace.equals(from.namespace())
        ? Optional.empty()
        : best(
            files,
            file -> file.namespace().equals(namespace),
            Comparator.comparingInt(file -> shared(file, from)));
  }

  /** The first of the best candidates. */
  private static Optional<SchemaFile> best(
      SchemaFiles files, Predicate<SchemaFile> fitting, Comparator<SchemaFile> better) {
    SchemaFile best = null;
    for (SchemaFile file : files.all()) {
      if (fitting.test(file) && (best == null || better.compare(file, best) > 0)) {
        best = file;
      }
    }
    return Optional.ofNullable(best);
  }

  /** How many folders of a location stand above the file, too: {@code …/1.0/types.xsd}. */
  private static int sharedAtEnd(SchemaFile file, String location) {
    String[] steps = location.split("/");
    Path path = file.path();
    int common = 0;
    while (common < Math.min(steps.length, path.getNameCount())
        && composed(path.getName(path.getNameCount() - 1 - common).toString())
            .equalsIgnoreCase(steps[steps.length - 1 - common])) {
      common++;
    }
    return common;
  }

  /** How much of its path a file shares with the document that asks. */
  private static int shared(SchemaFile one, SchemaFile other) {
    int common = 0;
    int most = Math.min(one.path().getNameCount(), other.path().getNameCount());
    while (common < most && one.path().getName(common).equals(other.path().getName(common))) {
      common++;
    }
    return common;
  }

  /** Archives of some systems have the letters of names in parts. */
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static boolean fits(String namespace, String wanted) {
    return namespace.equals(wanted) || namespace.isEmpty();
  }

  private static boolean isAbsolute(String location) {
    try {
      return new URI(location.replace(" ", "%20")).isAbsolute();
    } catch (URISyntaxException odd) {
      return false;
    }
  }

  private static String decoded(String location) {
    try {
      return URLDecoder.decode(location.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException literal) {
      return location;
    }
  }

  /** The documents of the package itself. */
  public List<SchemaFile> ownFiles() {
    return own.all();
  }
}
