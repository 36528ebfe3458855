package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.YamlNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a route file where an endpoint is named.
 *
 * @param step the step that names it: from, to, toD, wireTap ...
 * @param node the mapping that holds uri and parameters
 * @param scheme the component
 * @param path what follows the scheme
 * @param options all options, from the URI and from the parameters
 */
record EndpointUse(
    String step, YamlNode node, String scheme, String path, Map<String, Option> options) {

  /** An option and where it stands. */
  record Option(String value, YamlNode node) {

    /** True when the value is known before a message comes. */
    boolean isFixed() {
      return !value.contains("${") && !value.contains("{{");
    }
  }

  static Optional<EndpointUse> of(String step, YamlNode node) {
    return node.text("uri").map(uri -> of(step, node, uri));
  }

  private static EndpointUse of(String step, YamlNode node, String uri) {
    var options = new LinkedHashMap<String, Option>();
    var uriNode = node.at("uri").orElseThrow();
    var query = uri.indexOf('?');
    if (query >= 0) {
      for (var pair : uri.substring(query + 1).split("&")) {
        var parts = pair.split("=", 2);
        options.put(parts[0], new Option(parts.length == 2 ? decode(parts[1]) : "", uriNode));
      }
    }
    node.at("parameters")
        .ifPresent(
            it ->
                it.entries()
                    .forEach(
                        (key, value) ->
                            options.put(key, new Option(value.text().orElse(""), value))));
    var address = query < 0 ? uri : uri.substring(0, query);
    var colon = address.indexOf(':');
    var scheme = colon < 0 ? address : address.substring(0, colon);
    var path = colon < 0 ? "" : address.substring(colon + 1).replaceFirst("^//", "");
    return new EndpointUse(step, node, scheme, path, options);
  }

  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }

  /** The value of an option when it is given and known before a message comes. */
  Optional<Option> fixed(String name) {
    return Optional.ofNullable(options.get(name)).filter(Option::isFixed);
  }

  /** The value of an option as it is written, null when it is not given. */
  String raw(String name) {
    var option = options.get(name);
    return option == null ? null : option.value();
  }

  boolean is(String otherScheme, String otherPath) {
    return scheme.equals(otherScheme) && path.equals(otherPath);
  }
}
