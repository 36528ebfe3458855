package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.Finding;
import de.amtsbote.gateway.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.util.URISupport;

/** Why Camel could not build a route, and the line in the file that is to blame. */
final class CamelProblem {

  private static final Pattern YAML_POSITION = Pattern.compile("line (\\d+), column \\d+");
  private static final Pattern UNKNOWN_OPTIONS =
      Pattern.compile("Unknown parameters=\\[\\{(.*?)}]");
  private static final Pattern FAILED_STEP = Pattern.compile(">>> (.*?) <<<", Pattern.DOTALL);
  private static final int SHORTEST_TELLING_TEXT = 4;
  private static final int LONGEST_TEXT = 400;

  private final List<Throwable> chain;

  private CamelProblem(List<Throwable> chain) {
    this.chain = chain;
  }

  static CamelProblem of(Throwable error) {
    var chain = new ArrayList<Throwable>();
    for (var it = error; it != null && !chain.contains(it); it = it.getCause()) {
      chain.add(it);
    }
    return new CamelProblem(chain);
  }

  Finding in(RouteFile file) {
    return Finding.error(file.path(), line(file), text());
  }

  private String text() {
    var root = chain.get(chain.size() - 1);
    var text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    var clean = URISupport.sanitizeUri(text).replaceAll("\\s+", " ").strip();
    return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) + " …" : clean;
  }

  private int line(RouteFile file) {
    var route = failedRoute(file);
    return yamlLine()
        .or(() -> endpointLine(file))
        .or(() -> route.flatMap(this::blamedText))
        .or(() -> file.root().flatMap(this::blamedText))
        .or(() -> route.map(YamlNode::line))
        .orElse(0);
  }

  private Optional<Integer> yamlLine() {
    return messages()
        .map(YAML_POSITION::matcher)
        .filter(Matcher::find)
        .map(it -> Integer.valueOf(it.group(1)))
        .findFirst();
  }

  private Optional<YamlNode> failedRoute(RouteFile file) {
    return first(FailedToCreateRouteException.class)
        .flatMap(
            it ->
                file.routes().stream()
                    .filter(route -> route.text("id").filter(it.getRouteId()::equals).isPresent())
                    .findFirst());
  }

  private Optional<Integer> endpointLine(RouteFile file) {
    return failedUri()
        .map(it -> it.replace("://", ":").split("\\?")[0])
        .flatMap(
            uri ->
                file.endpoints().stream()
                    .filter(it -> uri.equals(it.scheme() + ":" + it.path()))
                    .max(Comparator.comparingInt(it -> unknownOptions(it).size())))
        .map(it -> unknownOptions(it).stream().findFirst().orElse(uriNode(it)).line());
  }

  private Optional<String> failedUri() {
    return first(ResolveEndpointFailedException.class)
        .map(ResolveEndpointFailedException::getUri)
        .or(() -> first(NoSuchEndpointException.class).map(NoSuchEndpointException::getUri));
  }

  private static YamlNode uriNode(EndpointUse use) {
    return use.node().at("uri").orElse(use.node());
  }

  private List<YamlNode> unknownOptions(EndpointUse use) {
    return messages()
        .map(UNKNOWN_OPTIONS::matcher)
        .filter(Matcher::find)
        .flatMap(it -> Stream.of(it.group(1).split(", ")))
        .map(it -> use.options().get(it.split("=", 2)[0]))
        .filter(Objects::nonNull)
        .map(EndpointUse.Option::node)
        .toList();
  }

  /** The line of the longest text below the node that the innermost error, or the step, quotes. */
  private Optional<Integer> blamedText(YamlNode node) {
    var message = quoted();
    return scalars(node)
        .filter(it -> it.text().filter(text -> isQuoted(text, message)).isPresent())
        .max(Comparator.comparingInt(it -> it.text().orElseThrow().length()))
        .map(YamlNode::line);
  }

  private String quoted() {
    var step =
        messages()
            .map(FAILED_STEP::matcher)
            .filter(Matcher::find)
            .map(it -> it.group(1))
            .findFirst();
    var error = chain.get(chain.size() - 1).getMessage() + " " + step.orElse("");
    return error.replace("://", ":");
  }

  private static boolean isQuoted(String text, String message) {
    return text.length() >= SHORTEST_TELLING_TEXT && message.contains(text);
  }

  private static Stream<YamlNode> scalars(YamlNode node) {
    return node.text().isPresent()
        ? Stream.of(node)
        : Stream.concat(node.items().stream(), node.entries().values().stream())
            .flatMap(CamelProblem::scalars);
  }

  private Stream<String> messages() {
    return chain.stream().map(it -> String.valueOf(it.getMessage()));
  }

  private <T extends Throwable> Optional<T> first(Class<T> type) {
    return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
