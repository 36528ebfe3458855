package de.amtsbote.gateway.directory;

import de.amtsbote.gateway.yaml.Finding;
import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlFile;
import de.amtsbote.gateway.yaml.YamlNode;
import de.amtsbote.xoev.quirk.QuirkProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the directory from a YAML file, or from all YAML files of a folder, and says with file and
 * line what is wrong in it. Works without a running gateway.
 */
public final class DirectoryReader {

  private static final Set<String> TOP = Set.of("intermediaries", "quirks", "partners");

  private final Path location;
  private final Findings findings = new Findings();
  private final EntryReader entries;

  private DirectoryReader(Path location, Clock clock) {
    this.location = location;
    this.entries = new EntryReader(findings, clock);
  }

  /**
   * The directory and what was found in its files; with an error among the findings the directory
   * is not to be used.
   */
  public record Result(Directory directory, List<Finding> findings) {

    public boolean isUsable() {
      return findings.stream().noneMatch(Finding::isError);
    }
  }

  /**
   * Reads a file or a folder.
   *
   * @param clock tells which certificates have expired or will soon
   */
  public static Result read(Path location, Clock clock) {
    return new DirectoryReader(location, clock).read();
  }

  private Result read() {
    var roots = files().stream().flatMap(it -> YamlFile.read(it, findings).stream()).toList();
    roots.forEach(it -> entries.knows(it, TOP, "the directory"));
    var intermediaries = new LinkedHashMap<String, Intermediary>();
    each(roots, "intermediaries")
        .forEach(
            (name, node) ->
                entries.intermediary(name, node).ifPresent(it -> intermediaries.put(name, it)));
    var quirks = new QuirkReader(findings);
    var profiles = new TreeMap<String, QuirkProfile>();
    each(roots, "quirks").forEach((name, node) -> profiles.put(name, quirks.profile(name, node)));
    var partners = new ArrayList<Partner>();
    var nodes = each(roots, "partners");
    nodes.forEach(
        (name, node) ->
            entries.partner(name, node, intermediaries, profiles).ifPresent(partners::add));
    refuseCollisions(partners, nodes);
    return new Result(new Directory(partners, intermediaries.values()), findings.sorted());
  }

  /** The named entries of a section over all files; a name stands once. */
  private Map<String, YamlNode> each(List<YamlNode> roots, String section) {
    var all = new LinkedHashMap<String, YamlNode>();
    for (var root : roots) {
      root.at(section)
          .ifPresent(
              it ->
                  it.entries()
                      .forEach(
                          (name, node) -> {
                            var first = all.putIfAbsent(name, node);
                            if (first != null) {
                              findings.error(
                                  node,
                                  "'%s' stands in %s:%d already",
                                  name,
                                  first.file().getFileName(),
                                  first.line());
                            }
                          }));
    }
    return all;
  }

  /** Two partners for the same reader and service would leave it to chance who gets a message. */
  private void refuseCollisions(List<Partner> partners, Map<String, YamlNode> nodes) {
    for (var i = 0; i < partners.size(); i++) {
      for (var j = 0; j < i; j++) {
        var later = partners.get(i);
        var earlier = partners.get(j);
        later.readers().stream()
            .filter(earlier.readers()::contains)
            .filter(it -> servicesMeet(later, earlier))
            .forEach(
                it ->
                    findings.error(
                        nodes.get(later.name()),
                        "reader '%s' is taken by partner '%s' for the same services; tell them"
                            + " apart by services",
                        it,
                        earlier.name()));
      }
    }
  }

  private static boolean servicesMeet(Partner one, Partner other) {
    return one.services().isEmpty()
        || other.services().isEmpty()
        || one.services().stream().anyMatch(other.services()::contains);
  }

  private List<Path> files() {
    if (!Files.isDirectory(location)) {
      return List.of(location);
    }
    try (var files = Files.list(location)) {
      return files.filter(it -> it.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      findings.add(Finding.error(location, 0, "cannot be listed"));
      return List.of();
    }
  }
}
