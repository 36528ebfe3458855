package de.amtsbote.gateway.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;

/** Opens YAML files with positions; refuses aliases, custom types and files over the limit. */
public final class YamlFile {

  private static final int MAX_CODE_POINTS = 4 * 1024 * 1024;
  private static final int MAX_DEPTH = 60;

  private YamlFile() {}

  /** The root of the file, or nothing when it cannot be read, which is then among the findings. */
  public static Optional<YamlNode> read(Path file, Findings findings) {
    try {
      return parse(file, Files.readString(file, StandardCharsets.UTF_8), findings);
    } catch (IOException e) {
      findings.add(
          Finding.error(file, 0, "cannot be read (%s)".formatted(e.getClass().getSimpleName())));
      return Optional.empty();
    }
  }

  /** The root of a text that is, or is going to be, the content of the file. */
  public static Optional<YamlNode> parse(Path file, String text, Findings findings) {
    try {
      var root = yaml().compose(new StringReader(text));
      if (root == null) {
        findings.add(Finding.error(file, 0, "is empty"));
        return Optional.empty();
      }
      refuseDoubleKeys(file, root, findings);
      return Optional.of(new YamlNode(file, root, YamlNode.lineOf(root)));
    } catch (MarkedYAMLException e) {
      var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      findings.add(Finding.error(file, line, "is no YAML: " + e.getProblem()));
    } catch (YAMLException e) {
      findings.add(Finding.error(file, 0, "is no YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private static void refuseDoubleKeys(Path file, Node node, Findings findings) {
    if (node instanceof MappingNode mapping) {
      var seen = new HashSet<String>();
      for (var tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && !seen.add(key.getValue())) {
          findings.add(
              Finding.error(
                  file, YamlNode.lineOf(key), "key '%s' stands twice".formatted(key.getValue())));
        }
      }
    }
    children(node).forEach(child -> refuseDoubleKeys(file, child, findings));
  }

  private static Stream<Node> children(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream().map(it -> it.getValueNode());
    }
    return node instanceof SequenceNode sequence ? sequence.getValue().stream() : Stream.empty();
  }

  private static Yaml yaml() {
    var options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(0);
    var dumping = new DumperOptions();
    return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options);
  }
}
