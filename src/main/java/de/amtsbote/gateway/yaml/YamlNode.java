package de.amtsbote.gateway.yaml;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a YAML file together with the line it stands on. */
public final class YamlNode {

  private final Path file;
  private final Node node;
  private final int line;

  YamlNode(Path file, Node node, int line) {
    this.file = file;
    this.node = node;
    this.line = line;
  }

  public Path file() {
    return file;
  }

  /** Counted from 1. For the value of a key: the line of the key. */
  public int line() {
    return line;
  }

  /** Where the node begins in the text of its file, in code points. */
  public int start() {
    return node.getStartMark().getIndex();
  }

  /** Where the node ends; for a block, where what follows it begins. */
  public int end() {
    return node.getEndMark().getIndex();
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isSequence() {
    return node instanceof SequenceNode;
  }

  /** The text of a scalar; empty for null, mappings and sequences. */
  public Optional<String> text() {
    return node instanceof ScalarNode scalar && !Tag.NULL.equals(scalar.getTag())
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** The values of a mapping by key, in the order of the file; empty for everything else. */
  public Map<String, YamlNode> entries() {
    var entries = new LinkedHashMap<String, YamlNode>();
    if (node instanceof MappingNode mapping) {
      for (var tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          entries.put(key.getValue(), child(tuple.getValueNode(), lineOf(key)));
        }
      }
    }
    return entries;
  }

  /** The items of a sequence; empty for everything else. */
  public List<YamlNode> items() {
    return node instanceof SequenceNode sequence
        ? sequence.getValue().stream().map(it -> child(it, lineOf(it))).toList()
        : List.of();
  }

  public Optional<YamlNode> at(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  /** The text of a key of this mapping. */
  public Optional<String> text(String key) {
    return at(key).flatMap(YamlNode::text);
  }

  private YamlNode child(Node value, int lineNumber) {
    return new YamlNode(file, value, lineNumber);
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
