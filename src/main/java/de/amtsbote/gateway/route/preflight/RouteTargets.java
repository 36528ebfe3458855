package de.amtsbote.gateway.route.preflight;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.ToDynamicDefinition;

/** The endpoints that a route, and the routes that it calls by name, send to. */
final class RouteTargets {

  private static final Pattern CALL = Pattern.compile("(direct|seda):(//)?[^?]+");
  private static final Pattern PARTNER = Pattern.compile("osci:.*[?&]partner=([^&${]+)(&.*)?");
  private static final Pattern IDENTITY = Pattern.compile("[?&]identity=([^&${]+)(&|$)");

  private static final Pattern ORDER = Pattern.compile("osci:(store|forward|mediate)\\b");
  private static final Pattern SERVER = Pattern.compile("[?&]server=([^&]+)");

  private static final String OSCI = "osci:";
  private static final String DELIVERY = "delivery:";

  /** What a route sends under that names nothing. */
  static final Set<Optional<String>> USUAL = Set.of(Optional.empty());

  private final Set<String> uris = new LinkedHashSet<>();

  private RouteTargets() {}

  static RouteTargets of(Route route) {
    var targets = new RouteTargets();
    if (route.getRoute() instanceof RouteDefinition definition) {
      var all =
          route.getCamelContext() instanceof ModelCamelContext model
              ? model.getRouteDefinitions()
              : List.<RouteDefinition>of();
      targets.collect(definition, all);
    }
    return targets;
  }

  private void collect(RouteDefinition first, List<RouteDefinition> all) {
    var open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      for (var uri : sent(open.poll())) {
        if (uris.add(uri)) {
          all.stream().filter(it -> isCalledBy(it, uri)).forEach(open::add);
        }
      }
    }
  }

  private static Set<String> sent(RouteDefinition route) {
    var sent = new LinkedHashSet<String>();
    var outputs = route.getOutputs();
    ProcessorDefinitionHelper.filterTypeInOutputs(outputs, SendDefinition.class)
        .forEach(it -> sent.add(it.getEndpointUri()));
    ProcessorDefinitionHelper.filterTypeInOutputs(outputs, ToDynamicDefinition.class)
        .forEach(it -> sent.add(it.getUri()));
    sent.remove(null);
    return sent;
  }

  private static boolean isCalledBy(RouteDefinition route, String uri) {
    return route.getInput() != null
        && CALL.matcher(uri).lookingAt()
        && address(uri).equals(address(route.getInput().getEndpointUri()));
  }

  private static String address(String uri) {
    return uri.replaceFirst("\\?.*", "").replace("//", "");
  }

  /** Whether the reader is looked up. */
  boolean askTheDirectory() {
    return uris.stream().anyMatch(it -> it.startsWith("directory:lookup"));
  }

  /** The partner whom the route names itself. */
  Optional<String> partner() {
    return uris.stream()
        .map(PARTNER::matcher)
        .filter(it -> it.matches())
        .map(it -> it.group(1))
        .findFirst();
  }

  /**
   * The own identities under which the route may send over OSCI, at least one; empty for the usual
   * one, or one that is worked out.
   */
  Set<Optional<String>> identities() {
    var named =
        uris.stream()
            .filter(it -> it.startsWith(OSCI))
            .map(IDENTITY::matcher)
            .map(it -> it.find() ? Optional.of(it.group(1)) : Optional.<String>empty())
            .collect(Collectors.toSet());
    return named.isEmpty() ? USUAL : named;
  }

  /** The names of deliveries, or what they are worked out from. */
  List<String> deliveries() {
    return uris.stream()
        .filter(it -> it.startsWith(DELIVERY))
        .map(it -> it.substring(DELIVERY.length()))
        .toList();
  }

  /** The OSCI orders that the route gives; of an answer, nobody is asked for. */
  Set<String> orders() {
    return uris.stream()
        .map(ORDER::matcher)
        .filter(Matcher::lookingAt)
        .map(it -> it.group(1))
        .collect(Collectors.toSet());
  }

  /** The names of XTA servers, or what they are worked out from. */
  List<String> servers() {
    return uris.stream()
        .filter(it -> it.startsWith("xta:"))
        .map(SERVER::matcher)
        .filter(Matcher::find)
        .map(it -> it.group(1))
        .toList();
  }

  @Override
  public String toString() {
    return String.join(", ", uris);
  }
}
