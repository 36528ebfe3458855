package de.amtsbote.gateway.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that one check names everything at once. */
public final class Findings {

  private final List<Finding> all = new ArrayList<>();

  public void error(YamlNode where, String text, Object... arguments) {
    all.add(Finding.error(where.file(), where.line(), text.formatted(arguments)));
  }

  public void warning(YamlNode where, String text, Object... arguments) {
    all.add(Finding.warning(where.file(), where.line(), text.formatted(arguments)));
  }

  public void add(Finding finding) {
    all.add(finding);
  }

  public void addAll(List<Finding> findings) {
    all.addAll(findings);
  }

  /** Everything found, by file and line, without repetitions. */
  public List<Finding> sorted() {
    return all.stream().distinct().sorted().toList();
  }
}
