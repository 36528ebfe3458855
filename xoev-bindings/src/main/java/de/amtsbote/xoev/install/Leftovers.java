package de.amtsbote.xoev.install;

import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.xml.Encoding;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of a delivery that are no schema, rules or code list by themselves: those that rules read
 * stay, the others go, and one whose name promises more never goes unnoticed.
 */
final class Leftovers {

  private static final Set<Kind> RULES =
      EnumSet.of(Kind.SCHEMATRON, Kind.SCHEMATRON_PART, Kind.STYLESHEET);
  private static final Pattern NAMED =
      Pattern.compile("(?i)([^'\"<>()/\\\\;=]{1,200}\\.(?:xml|txt|csv|json))(?=['\"&#<])");

  private final Set<Path> files = new LinkedHashSet<>();
  private final List<Text> remarks = new ArrayList<>();

  /**
   * Takes note of a file.
   *
   * @throws XoevException when it is a schema or rule file by its name and cannot be read
   */
  void add(Path file, Kind kind) {
    String name = lowerCaseName(file);
    boolean broken = kind == Kind.BROKEN;
    if (broken && name.endsWith(".xsd")) {
      throw notWellFormed(XoevError.PACKAGE_UNREADABLE, file);
    }
    if (broken && name.matches(".*\\.(sch|xslt?)")) {
      throw notWellFormed(XoevError.RULES_INVALID, file);
    }
    if (name.matches(".*\\.(xsd|sch|xslt?|gc)")) {
      String shown = file.getFileName().toString();
      remarks.add(
          new Text(
              "Ausgelassen: " + shown + " ist seinem Inhalt nach nicht, was sein Name sagt.",
              "Left out: " + shown + " is by its content not what its name says."));
    }
    files.add(file);
  }

  /** A later file of the same name is of use. */
  void forget(Path file) {
    files.remove(file);
  }

  private static XoevException notWellFormed(XoevError error, Path file) {
    return new XoevException(error, file.getFileName() + " is not well-formed");
  }

  /**
   * Deletes what no rule file names.
   *
   * @return what an operator should know
   */
  List<Text> settle(Path folder) throws IOException {
    Set<String> named = files.isEmpty() ? Set.of() : namedByRules(folder);
    for (Path file : files) {
      if (!named.contains(lowerCaseName(file))) {
        Files.delete(file);
      }
    }
    return remarks;
  }

  private static Set<String> namedByRules(Path folder) throws IOException {
    var named = new HashSet<String>();
    try (var paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.filter(Leftovers::isRuleFile)::iterator) {
        Matcher name = NAMED.matcher(Encoding.text(Files.readAllBytes(path)));
        while (name.find()) {
          named.add(decoded(name.group(1)).toLowerCase(Locale.ROOT));
        }
      }
    }
    return named;
  }

  private static boolean isRuleFile(Path path) {
    return Files.isRegularFile(path)
        && lowerCaseName(path).matches(".*\\.(sch|xslt?|xml)")
        && RULES.contains(Kind.of(path));
  }

  /** Addresses are escaped. */
  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException literal) {
      return name.strip();
    }
  }

  private static String lowerCaseName(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
