package de.amtsbote.xoev.engine;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.codelist.CodeLists;
import de.amtsbote.xoev.header.HeaderReader;
import de.amtsbote.xoev.standard.Dispatch;
import de.amtsbote.xoev.standard.Dispatcher;
import de.amtsbote.xoev.standard.ManifestYaml;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.validation.Prepared;
import de.amtsbote.xoev.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What was installed at one moment, with all that was compiled of it so far. */
final class Installed {

  private final StandardCatalog catalog;
  private final Dispatcher dispatcher;
  private final CodeLists lists;
  private final Validator validator;
  private final Map<StandardPackage, Prepared> prepared = new ConcurrentHashMap<>();
  private final Map<StandardPackage, Long> stamps = new HashMap<>();
  private final Map<StandardPackage, HeaderReader> headers = new ConcurrentHashMap<>();

  Installed(StandardCatalog catalog, Clock clock, Optional<Installed> before) {
    this.catalog = catalog;
    catalog.packages().forEach(standard -> stamps.put(standard, stamp(standard)));
    this.dispatcher = new Dispatcher(catalog);
    this.lists = new CodeLists(catalog);
    before.ifPresent(this::keepWhatStayed);
    this.validator = new Validator(clock, dispatcher, lists, this::prepared);
  }

  /**
   * A package counts as the same when its manifest says the same and was written at the same time.
   */
  private void keepWhatStayed(Installed before) {
    before.prepared.forEach(
        (standard, compiled) -> {
          boolean same = stamps.getOrDefault(standard, 0L).equals(before.stamps.get(standard));
          if (same) {
            prepared.put(standard, compiled);
          }
        });
  }

  private static long stamp(StandardPackage standard) {
    try {
      Path manifest = standard.directory().resolve(ManifestYaml.FILE);
      return Files.getLastModifiedTime(manifest).to(TimeUnit.NANOSECONDS);
    } catch (IOException gone) {
      throw new XoevException(XoevError.STORAGE_FAILED, standard.directory().toString(), gone);
    }
  }

  StandardCatalog catalog() {
    return catalog;
  }

  CodeLists lists() {
    return lists;
  }

  Validator validator() {
    return validator;
  }

  Dispatch dispatch(Content content, LocalDate day) throws IOException {
    return dispatcher.dispatch(content, day);
  }

  HeaderReader headers(StandardPackage standard) {
    return headers.computeIfAbsent(standard, HeaderReader::new);
  }

  void prepareAll() {
    catalog.packages().parallelStream().forEach(standard -> prepared(standard).prepare());
  }

  private Prepared prepared(StandardPackage standard) {
    return prepared.computeIfAbsent(standard, s -> new Prepared(s, catalog));
  }
}
