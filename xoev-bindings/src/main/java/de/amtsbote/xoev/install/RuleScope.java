package de.amtsbote.xoev.install;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds out for which messages a rule file is meant. Publishers of several rule files per standard
 * write one per module, with contexts that would also fire on messages of other modules; nothing in
 * the file says so. A file counts as one of a module when all message names in it belong to that
 * module and the name of the file speaks of it too.
 */
final class RuleScope {

  static final String EVERY = ".*";

  private final List<String> roots;
  private final int common;

  RuleScope(List<String> roots) {
    this.roots = roots;
    this.common = commonTokens(roots);
  }

  /** A regular expression over the names of the roots the file applies to. */
  String of(String fileName, String rules) {
    Set<String> modules = new TreeSet<>();
    for (String root : roots) {
      if (rules.contains(root)) {
        modules.add(module(root));
      }
    }
    if (modules.isEmpty()) {
      modules.addAll(mentionedPrefixes(rules));
    }
    if (modules.size() != 1 || !speaksOf(fileName, modules.iterator().next())) {
      return EVERY;
    }
    String prefix =
        Arrays.stream(roots.get(0).split("\\.")).limit(common).collect(Collectors.joining("."));
    String module = modules.iterator().next();
    String start = prefix.isEmpty() ? module : prefix + "." + module;
    return start.replace(".", "\\.") + "\\..*";
  }

  /**
   * Modules whose messages are named without their number, as in {@code //*[starts-with(name(),
   * 'a.b.')]}.
   */
  private Set<String> mentionedPrefixes(String rules) {
    var found = new TreeSet<String>();
    for (String root : roots) {
      String[] tokens = root.split("\\.");
      if (tokens.length > common + 1) {
        String start = String.join(".", Arrays.copyOf(tokens, common + 1)) + ".";
        if (common > 0 && Pattern.compile(Pattern.quote(start)).matcher(rules).find()) {
          found.add(tokens[common]);
        }
      }
    }
    return found;
  }

  private String module(String root) {
    String[] tokens = root.split("\\.");
    return tokens.length > common ? tokens[common] : root;
  }

  private static boolean speaksOf(String fileName, String module) {
    String wanted = module.toLowerCase(Locale.ROOT);
    return Arrays.stream(fileName.toLowerCase(Locale.ROOT).split("[^a-z0-9äöüß]+"))
        .filter(token -> token.length() >= 3)
        .anyMatch(token -> token.startsWith(wanted) || wanted.startsWith(token));
  }

  private static int commonTokens(List<String> roots) {
    if (roots.size() < 2) {
      return 0;
    }
    List<String[]> split = new ArrayList<>();
    roots.forEach(root -> split.add(root.split("\\.")));
    int common = 0;
    while (sameToken(split, common)) {
      common++;
    }
    return common;
  }

  private static boolean sameToken(List<String[]> split, int at) {
    return split.stream()
        .allMatch(
            t -> t.length > at + 1 && split.get(0).length > at && t[at].equals(split.get(0)[at]));
  }
}
