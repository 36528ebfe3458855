package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.route.amtsbote.InboxSelector;
import de.amtsbote.gateway.yaml.Finding;
import de.amtsbote.gateway.yaml.Findings;
import de.amtsbote.gateway.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Each message is taken by one route: ids are unique, selectors do not collide, no type is left.
 */
final class InboxRules {

  private record Inbox(String routeId, YamlNode node, InboxSelector selector) {}

  private final List<Inbox> inboxes = new ArrayList<>();
  private final Findings findings;

  InboxRules(List<RouteFile> files, Findings findings) {
    this.findings = findings;
    var ids = new HashMap<String, YamlNode>();
    for (var file : files) {
      for (var route : file.routes()) {
        checkId(route, ids);
        route.at("from").flatMap(it -> EndpointUse.of("from", it)).ifPresent(it -> add(route, it));
      }
    }
  }

  private void checkId(YamlNode route, Map<String, YamlNode> ids) {
    var id = route.at("id").filter(it -> it.text().filter(text -> !text.isBlank()).isPresent());
    if (id.isEmpty()) {
      findings.error(route, "the route has no id; the timeline and the console name routes by it");
      return;
    }
    var first = ids.putIfAbsent(id.get().text().orElseThrow(), id.get());
    if (first != null) {
      findings.error(
          id.get(),
          "route id '%s' stands in %s:%d already",
          id.get().text().orElseThrow(),
          first.file().getFileName(),
          first.line());
    }
  }

  private void add(YamlNode route, EndpointUse from) {
    if (from.is("amtsbote", "inbox")) {
      var selector =
          InboxSelector.of(
              from.raw("standard"),
              from.raw("version"),
              from.raw("messageType"),
              from.raw("service"),
              from.raw("entry"));
      inboxes.add(new Inbox(route.text("id").orElse("?"), from.node(), selector));
    }
  }

  /** Two routes that take the same messages leave it to chance who gets them. */
  void checkCollisions() {
    for (var i = 0; i < inboxes.size(); i++) {
      for (var j = 0; j < i; j++) {
        var later = inboxes.get(i);
        var earlier = inboxes.get(j);
        if (later.selector().isAmbiguousWith(earlier.selector())) {
          findings.error(
              later.node(),
              "takes the same messages as route '%s' in %s:%d (%s); select by one more property",
              earlier.routeId(),
              earlier.node().file().getFileName(),
              earlier.node().line(),
              earlier.selector());
        }
      }
    }
  }

  /** Messages of a type that no route takes would be parked. */
  void checkCoverage(Path folder, List<KnownStandard> standards, Findings coverage) {
    for (var standard : standards) {
      var left = new TreeSet<String>();
      standard.messageTypes().keySet().stream()
          .filter(root -> !isTaken(standard, root))
          .forEach(left::add);
      if (!left.isEmpty()) {
        coverage.add(
            Finding.warning(
                folder,
                0,
                "no route takes %d of %d message types of %s %s: %s"
                    .formatted(
                        left.size(),
                        standard.messageTypes().size(),
                        standard.name(),
                        standard.version(),
                        shortened(left))));
      }
    }
  }

  private boolean isTaken(KnownStandard standard, String root) {
    return inboxes.stream()
        .map(Inbox::selector)
        .anyMatch(
            it ->
                it.standard().map(standard.name()::equals).orElse(true)
                    && it.version().map(standard.version()::equals).orElse(true)
                    && (it.messageTypes().isEmpty()
                        || it.messageTypes().contains(root)
                        || it.messageTypes().contains(standard.messageTypes().get(root))));
  }

  private static String shortened(TreeSet<String> names) {
    var shown = names.stream().limit(10).toList();
    return String.join(", ", shown) + (names.size() > shown.size() ? " …" : "");
  }
}
