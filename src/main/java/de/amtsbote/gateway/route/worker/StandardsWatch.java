package de.amtsbote.gateway.route.worker;

import de.amtsbote.gateway.polling.Poller;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.engine.Xoev;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over standards that are installed or removed while the gateway runs, and compiles schemas
 * and rules before the first message needs them.
 */
final class StandardsWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StandardsWatch.class);
  private static final String MANIFEST = "standard.yaml";

  private final Xoev xoev;
  private final Path folder;
  private final Poller poller;
  private Map<Path, FileTime> seen;

  StandardsWatch(Xoev xoev, Path folder, Duration every) {
    this.xoev = xoev;
    this.folder = folder;
    this.seen = manifests();
    prepare();
    this.poller = new Poller("standards", every, this::look);
  }

  private void look() {
    var now = manifests();
    if (!now.equals(seen)) {
      xoev.reload();
      seen = now;
      LOG.info("standards taken over: {}", xoev.catalog().packages().size());
      prepare();
    }
  }

  /** In the background: a first message that comes earlier waits for its own standard only. */
  private void prepare() {
    var thread = new Thread(this::compile, "standards-compile");
    thread.setDaemon(true);
    thread.start();
  }

  private void compile() {
    try {
      xoev.prepare();
    } catch (XoevException e) {
      LOG.warn("a standard cannot be compiled: {} (id {})", e.getMessage(), e.id());
    }
  }

  private Map<Path, FileTime> manifests() {
    var found = new TreeMap<Path, FileTime>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (var packages = Files.list(folder)) {
      var installed = packages.filter(it -> !it.getFileName().toString().startsWith("."));
      for (var manifest : installed.map(it -> it.resolve(MANIFEST)).toList()) {
        if (Files.exists(manifest)) {
          found.put(manifest, Files.getLastModifiedTime(manifest));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("The standards folder cannot be listed: " + folder, e);
    }
  }

  @Override
  public void close() {
    poller.close();
  }
}
