package de.amtsbote.gateway.route.load;

import de.amtsbote.gateway.route.amtsbote.Inboxes;
import de.amtsbote.gateway.route.check.RouteFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes that run in the gateway's Camel context, file by file. */
public final class LiveRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);
  private static final long STOP_SECONDS = 30;

  private final ModelCamelContext context;
  private final Inboxes inboxes;
  private final Map<Path, Set<String>> idsByFile = new HashMap<>();

  public LiveRoutes(ModelCamelContext context, Inboxes inboxes) {
    this.context = context;
    this.inboxes = inboxes;
    QuietErrors.in(context);
  }

  /**
   * Puts the accepted files in place of the running ones. Messages wait meanwhile; a file that
   * Camel will not start after all gives way to what it said before.
   *
   * @return the files that run now
   */
  Map<Path, RouteFile> replace(Map<Path, RouteFile> running, Map<Path, RouteFile> accepted) {
    return inboxes.whileClosed(() -> swap(running, accepted));
  }

  private Map<Path, RouteFile> swap(Map<Path, RouteFile> running, Map<Path, RouteFile> accepted) {
    var changed = changed(running, accepted);
    if (changed.stream().anyMatch(it -> isShared(running.get(it)) || isShared(accepted.get(it)))) {
      changed.addAll(running.keySet());
      changed.addAll(accepted.keySet());
      forgetShared();
    }
    changed.forEach(this::remove);
    var now = new TreeMap<>(running);
    now.keySet().removeAll(changed);
    for (var path : sharedFirst(changed, accepted)) {
      start(path, running, accepted, now);
    }
    return now;
  }

  private void start(
      Path path,
      Map<Path, RouteFile> running,
      Map<Path, RouteFile> accepted,
      Map<Path, RouteFile> now) {
    try {
      load(accepted.get(path));
      now.put(path, accepted.get(path));
      LOG.info("route file {} runs: {}", path.getFileName(), idsByFile.get(path));
    } catch (Exception e) {
      LOG.error("route file {} does not start, what ran before is put back", path, e);
      remove(path);
      restore(path, running, now);
    }
  }

  private void restore(Path path, Map<Path, RouteFile> running, Map<Path, RouteFile> now) {
    if (!running.containsKey(path)) {
      return;
    }
    try {
      load(running.get(path));
      now.put(path, running.get(path));
    } catch (Exception e) {
      LOG.error("route file {} cannot be put back either; its messages wait", path, e);
      remove(path);
    }
  }

  private void load(RouteFile file) throws Exception {
    var before = ids();
    try {
      PluginHelper.getRoutesLoader(context).loadRoutes(file.asResource());
    } finally {
      var added = new HashSet<>(ids());
      added.removeAll(before);
      idsByFile.put(file.path(), added);
    }
  }

  private void remove(Path path) {
    for (var id : idsByFile.getOrDefault(path, Set.of())) {
      try {
        context.getRouteController().stopRoute(id, STOP_SECONDS, TimeUnit.SECONDS);
        context.removeRoute(id);
      } catch (Exception e) {
        LOG.error("route {} cannot be stopped", id, e);
      }
    }
    idsByFile.remove(path);
  }

  private void forgetShared() {
    try {
      for (var configuration : List.copyOf(context.getRouteConfigurationDefinitions())) {
        context.removeRouteConfiguration(configuration);
      }
      context.removeRouteTemplates("*");
    } catch (Exception e) {
      LOG.error("route configurations of before cannot be removed", e);
    }
  }

  private Set<String> ids() {
    var ids = new HashSet<String>();
    context.getRoutes().stream().map(Route::getRouteId).forEach(ids::add);
    context.getRouteDefinitions().stream()
        .map(it -> it.getRouteId())
        .filter(Objects::nonNull)
        .forEach(ids::add);
    return ids;
  }

  private static boolean isShared(RouteFile file) {
    return file != null && file.isShared();
  }

  private static Set<Path> changed(Map<Path, RouteFile> running, Map<Path, RouteFile> accepted) {
    var changed = new HashSet<>(running.keySet());
    changed.addAll(accepted.keySet());
    changed.removeIf(
        it ->
            running.containsKey(it)
                && accepted.containsKey(it)
                && running.get(it).text().equals(accepted.get(it).text()));
    return changed;
  }

  private static List<Path> sharedFirst(Set<Path> changed, Map<Path, RouteFile> accepted) {
    var order = new ArrayList<Path>();
    accepted.keySet().stream().filter(it -> isShared(accepted.get(it))).forEach(order::add);
    accepted.keySet().stream().filter(it -> !isShared(accepted.get(it))).forEach(order::add);
    order.retainAll(changed);
    return order;
  }
}
