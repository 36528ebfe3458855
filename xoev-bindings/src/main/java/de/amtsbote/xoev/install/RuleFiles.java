package de.amtsbote.xoev.install;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses the rule files of a delivery that are run: Schematron, and compiled rules that are
 * neither a translation of a Schematron file of the same delivery nor a part of another stylesheet.
 */
final class RuleFiles {

  private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";

  /** Elements of a report that are made; who shows reports only matches them. */
  private static final Pattern WRITES =
      Pattern.compile(
          "(?:<|<(?:[\\w.-]+:)?element\\s[^>]*?name\\s*=\\s*[\"'])(?:[\\w.-]+:)?"
              + "(?:schematron-output|failed-assert|successful-report)[\\s/>\"']");

  private static final Pattern COMPILED =
      Pattern.compile("([-_. ]?(compiled|kompiliert|sch|schematron|xslt?[0-9]*|svrl|iso))*");
  private static final Pattern INCLUDED =
      Pattern.compile("<(?:[\\w.-]+:)?(?:include|import)\\s[^>]*?href\\s*=\\s*[\"']([^\"']+)");
  private static final Pattern ID =
      Pattern.compile("<(?:[\\w.-]+:)?(?:assert|report)\\s[^>]*?\\bid\\s*=\\s*[\"']([^\"']+)");

  private final List<String> schematron;
  private final Map<String, String> stylesheets = new LinkedHashMap<>();
  private final UnaryOperator<String> content;

  /**
   * @param schematron Schematron files, paths within the package
   * @param stylesheets stylesheets of any kind
   * @param content text of a file
   */
  RuleFiles(List<String> schematron, List<String> stylesheets, UnaryOperator<String> content) {
    this.content = content;
    this.schematron = schematron.stream().filter(file -> !isPart(file)).toList();
    stylesheets.forEach(file -> this.stylesheets.put(file, content.apply(file)));
  }

  List<String> all() {
    var all = new ArrayList<>(schematron);
    Set<String> parts = new HashSet<>();
    stylesheets.keySet().forEach(file -> parts.addAll(included(file)));
    for (String stylesheet : stylesheets.keySet()) {
      if (!parts.contains(stylesheet) && reports(stylesheet) && !isTranslation(stylesheet)) {
        all.add(stylesheet);
      }
    }
    return all;
  }

  /** A Schematron file without patterns and rules of its own is only included by others. */
  private boolean isPart(String file) {
    String text = content.apply(file);
    return file.endsWith(".sch") && !text.contains("pattern") && !text.contains("include");
  }

  /** True when a stylesheet or something it includes writes a report. */
  private boolean reports(String stylesheet) {
    var seen = new LinkedHashSet<>(List.of(stylesheet));
    var open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      String file = open.remove(open.size() - 1);
      String text = stylesheets.get(file);
      if (text.contains(SVRL) && WRITES.matcher(text).find()) {
        return true;
      }
      included(file).stream().filter(seen::add).forEach(open::add);
    }
    return false;
  }

  private Set<String> included(String stylesheet) {
    var files = new HashSet<String>();
    var found = INCLUDED.matcher(stylesheets.get(stylesheet));
    while (found.find()) {
      String name = nameOf(found.group(1).replace("%20", " "));
      stylesheets.keySet().stream()
          .filter(other -> !other.equals(stylesheet) && nameOf(other).equals(name))
          .forEach(files::add);
    }
    return files;
  }

  private boolean isTranslation(String stylesheet) {
    return schematron.stream().anyMatch(sch -> isTranslation(stylesheet, sch));
  }

  /** By its name, unless it knows no assertion of the file; else when it knows all of them. */
  private boolean isTranslation(String stylesheet, String sch) {
    String name = stemOf(stylesheet);
    String stem = stemOf(sch);
    boolean named =
        name.startsWith(stem) && COMPILED.matcher(name.substring(stem.length())).matches();
    Set<String> ids =
        ID.matcher(content.apply(sch)).results().map(m -> m.group(1)).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return named;
    }
    Set<String> said = said(stylesheets.get(stylesheet));
    return named ? ids.stream().anyMatch(said::contains) : said.containsAll(ids);
  }

  /** Values of attributes and texts, one by one. */
  private static Set<String> said(String text) {
    return Arrays.stream(text.split("[\"'<>]")).map(String::strip).collect(Collectors.toSet());
  }

  private static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private static String stemOf(String file) {
    return nameOf(file).replaceFirst("\\.[^.]+$", "");
  }
}
