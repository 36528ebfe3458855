package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.Finding;
import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlFile;
import de.amtsbote.gateway.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/** A route file as it was read at one moment. */
public final class RouteFile {

  /** What the name of a route file ends with. */
  public static final String SUFFIX = ".camel.yaml";

  private final Path path;
  private final String text;
  private final YamlNode root;
  private final List<Finding> findings;

  private RouteFile(Path path, String text, YamlNode root, List<Finding> findings) {
    this.path = path;
    this.text = text;
    this.root = root;
    this.findings = findings;
  }

  /** Reads a file; what hinders that is among its findings. */
  public static RouteFile read(Path path) {
    return read(path, null);
  }

  /**
   * Reads a file again.
   *
   * @param before as it was read last, which is kept when the text is still the same; null when
   *     never
   */
  public static RouteFile read(Path path, RouteFile before) {
    try {
      var text = Files.readString(path, StandardCharsets.UTF_8);
      return before != null && before.text.equals(text) ? before : of(path, text);
    } catch (IOException e) {
      var why = "cannot be read as UTF-8 text (%s)".formatted(e.getClass().getSimpleName());
      return new RouteFile(path, "", null, List.of(Finding.error(path, 0, why)));
    }
  }

  /** A file with this content. */
  public static RouteFile of(Path path, String text) {
    var findings = new Findings();
    var root = YamlFile.parse(path, text, findings).orElse(null);
    return new RouteFile(path, text, root, findings.sorted());
  }

  /** The route files of a folder by name; a folder that does not exist has none. */
  public static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  public Path path() {
    return path;
  }

  /** The YAML as it stands in the file. */
  public String text() {
    return text;
  }

  /** The file as Camel reads it; the end of its name tells Camel that it is YAML. */
  public Resource asResource() {
    return ResourceHelper.fromString(path.getFileName().toString(), text);
  }

  Optional<YamlNode> root() {
    return Optional.ofNullable(root);
  }

  List<Finding> findings() {
    return findings;
  }

  /** The ids of its routes, without those that lack one. */
  public List<String> routeIds() {
    return routes().stream().flatMap(it -> it.text("id").stream()).toList();
  }

  /** True when other files may depend on it: it has route configurations, templates or beans. */
  public boolean isShared() {
    return items().anyMatch(it -> !it.entries().keySet().equals(Set.of("route")));
  }

  List<YamlNode> routes() {
    return items().flatMap(it -> it.at("route").stream()).toList();
  }

  private Stream<YamlNode> items() {
    return root == null ? Stream.empty() : root.items().stream();
  }

  /** Every place below a node where an endpoint is named, in the order of the file. */
  static List<EndpointUse> endpoints(YamlNode node) {
    var uses = new ArrayList<EndpointUse>();
    collect("", node, uses);
    return uses;
  }

  List<EndpointUse> endpoints() {
    return root().map(RouteFile::endpoints).orElse(List.of());
  }

  private static void collect(String step, YamlNode node, List<EndpointUse> uses) {
    if (node.isMapping()) {
      EndpointUse.of(step, node).ifPresent(uses::add);
      node.entries().forEach((key, value) -> collect(key, value, uses));
    }
    node.items().forEach(it -> collect(step, it, uses));
  }
}
