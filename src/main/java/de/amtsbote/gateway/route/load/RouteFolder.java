package de.amtsbote.gateway.route.load;

import de.amtsbote.gateway.route.check.RouteCheck;
import de.amtsbote.gateway.route.check.RouteFile;
import de.amtsbote.gateway.route.check.RouteWorld;
import de.amtsbote.gateway.yaml.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over changed route files. A file with an error is refused as a whole: what it said before
 * keeps running, and the log names file, line and error once.
 */
public final class RouteFolder {

  private static final Logger LOG = LoggerFactory.getLogger(RouteFolder.class);

  private final Path folder;
  private final Supplier<RouteWorld> world;
  private final Function<RouteWorld, RouteCheck> checks;
  private final LiveRoutes live;

  private Map<Path, RouteFile> running = Map.of();
  private Map<Path, RouteFile> lastRead = Map.of();
  private Map<Path, String> seen = Map.of();
  private RouteWorld seenWorld;
  private volatile List<Finding> findings = List.of();

  /**
   * @param world the names that routes may use now; a refused file gets another chance when they
   *     change
   */
  public RouteFolder(
      Path folder,
      Supplier<RouteWorld> world,
      Function<RouteWorld, RouteCheck> checks,
      LiveRoutes live) {
    this.folder = folder;
    this.world = world;
    this.checks = checks;
    this.live = live;
  }

  /** What was wrong when the folder was looked at last. */
  public List<Finding> findings() {
    return findings;
  }

  /** Looks at the folder and takes over what changed and is right. */
  public synchronized void refresh() {
    var files = read();
    var texts = texts(files);
    var worldNow = world.get();
    if (texts.equals(seen) && worldNow.equals(seenWorld)) {
      return;
    }
    seen = texts;
    seenWorld = worldNow;
    var accepted = accept(files, checks.apply(worldNow));
    if (!texts(accepted).equals(texts(running))) {
      running = live.replace(running, accepted);
    }
  }

  /** Falls back file by file until what is left fits together. */
  private Map<Path, RouteFile> accept(Map<Path, RouteFile> found, RouteCheck check) {
    var candidates = new TreeMap<>(found);
    var all = new LinkedHashMap<Finding, Finding>();
    Set<Path> refused;
    do {
      var round = check.check(candidates.values());
      round.forEach(it -> all.put(it, it));
      refused = refused(round, candidates, found);
      for (var path : refused) {
        candidates.remove(path);
        if (running.containsKey(path)) {
          candidates.put(path, running.get(path));
        }
      }
    } while (!refused.isEmpty());
    report(List.copyOf(all.keySet()));
    return candidates;
  }

  private Set<Path> refused(
      List<Finding> round, Map<Path, RouteFile> candidates, Map<Path, RouteFile> found) {
    return round.stream()
        .filter(Finding::isError)
        .map(Finding::file)
        .filter(it -> candidates.get(it) == found.get(it))
        .filter(it -> !isRunning(found.get(it)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private boolean isRunning(RouteFile file) {
    var current = running.get(file.path());
    return current != null && current.text().equals(file.text());
  }

  private void report(List<Finding> now) {
    findings = now.stream().sorted().toList();
    for (var finding : findings) {
      if (finding.isError()) {
        LOG.error("route file refused, what ran before keeps running: {}", finding);
      } else {
        LOG.warn("{}", finding);
      }
    }
  }

  private Map<Path, RouteFile> read() {
    try {
      var files = new TreeMap<Path, RouteFile>();
      for (var path : RouteFile.in(folder)) {
        files.put(path, RouteFile.read(path, lastRead.get(path)));
      }
      lastRead = files;
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("The route folder cannot be listed: " + folder, e);
    }
  }

  private static Map<Path, String> texts(Map<Path, RouteFile> files) {
    return files.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().text()));
  }
}
