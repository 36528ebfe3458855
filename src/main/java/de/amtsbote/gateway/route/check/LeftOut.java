package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.YamlNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route file without the step that is wrong, so that what else is wrong in it comes to light. All
 * lines stay where they are.
 */
final class LeftOut {

  private static final String STEP = "{log: {message: left out}}";
  private static final String SOURCE = "direct:left-out-";

  private LeftOut() {}

  /** The file without what stands in this line; nothing when that cannot be left out. */
  static Optional<RouteFile> at(RouteFile file, int line) {
    return file.root()
        .flatMap(root -> step(root, file.text(), line))
        .map(it -> with(file, Map.of(it, STEP)))
        .or(() -> source(file, line));
  }

  /** The innermost step that the line belongs to. */
  private static Optional<YamlNode> step(YamlNode node, String text, int line) {
    var own = node.at("steps").stream().flatMap(it -> it.items().stream());
    return Stream.concat(
            own.filter(it -> covers(it, text, line)),
            children(node).flatMap(it -> step(it, text, line).stream()))
        .min(Comparator.comparingInt(it -> it.end() - it.start()));
  }

  private static Stream<YamlNode> children(YamlNode node) {
    return Stream.concat(node.items().stream(), node.entries().values().stream());
  }

  private static boolean covers(YamlNode node, String text, int line) {
    var before = text.substring(0, text.offsetByCodePoints(0, node.start()));
    var first = 1 + before.lines().count() - (before.endsWith("\n") ? 0 : 1);
    var lines = text(node, text).stripTrailing().lines().count();
    return line >= first && line < first + Math.max(1, lines);
  }

  /** A source that is wrong gives way to one that is right. */
  private static Optional<RouteFile> source(RouteFile file, int line) {
    return file.routes().stream()
        .flatMap(it -> it.at("from").stream())
        .filter(it -> it.at("uri").isPresent() && isSourceLine(it, line))
        .findFirst()
        .map(
            from -> {
              var edits = new LinkedHashMap<YamlNode, String>();
              edits.put(from.at("uri").orElseThrow(), SOURCE + line);
              from.at("parameters").ifPresent(it -> edits.put(it, "{}"));
              return with(file, edits);
            });
  }

  private static boolean isSourceLine(YamlNode from, int line) {
    var parameters = from.at("parameters");
    return Stream.of(
            Stream.of(from),
            from.at("uri").stream(),
            parameters.stream(),
            parameters.stream().flatMap(LeftOut::children))
        .flatMap(it -> it)
        .anyMatch(it -> it.line() == line);
  }

  private static RouteFile with(RouteFile file, Map<YamlNode, String> edits) {
    var text = file.text();
    // from the end, so that what is still to be cut stays where it is
    for (var node :
        edits.keySet().stream()
            .sorted(Comparator.comparingInt(YamlNode::start).reversed())
            .toList()) {
      var cut = text(node, text);
      var start = text.offsetByCodePoints(0, node.start());
      text =
          text.substring(0, start)
              + edits.get(node)
              + lineEnds(cut)
              + text.substring(start + cut.length());
    }
    return RouteFile.of(file.path(), text);
  }

  /** As many lines as were cut; what begins the last one belongs to whatever follows. */
  private static String lineEnds(String cut) {
    var last = cut.substring(cut.lastIndexOf('\n') + 1);
    var ends = "\n".repeat((int) cut.chars().filter(it -> it == '\n').count());
    return ends.isEmpty() || !last.isBlank() ? ends : ends + last;
  }

  private static String text(YamlNode node, String text) {
    return text.substring(
        text.offsetByCodePoints(0, node.start()), text.offsetByCodePoints(0, node.end()));
  }
}
