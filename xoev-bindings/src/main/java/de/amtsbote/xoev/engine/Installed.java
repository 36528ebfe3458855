package de.amtsbote.xoev.engine;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.codelist.CodeLists;
import de.amtsbote.xoev.header.HeaderReader;
import de.amtsbote.xoev.reply.Replies;
import de.amtsbote.xoev.reply.Sender;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What was installed at one moment, with all that was compiled of it so far. */
final class Installed {

  private final StandardCatalog catalog;
  private final Dispatcher dispatcher;
  private final CodeLists lists;
  private final Validator validator;
  private final Map<StandardPackage, Prepared> prepared = new ConcurrentHashMap<>();
  private final Map<StandardPackage, Long> stamps = new HashMap<>();
  private final Map<StandardPackage, HeaderReader> headers = new ConcurrentHashMap<>();
  private final Map<Sender, Replies> replies = new ConcurrentHashMap<>();
  private final Set<String> roots;
  private final Clock clock;

  Installed(StandardCatalog catalog, Clock clock, Optional<Installed> before) {
    this.catalog = catalog;
    this.clock = clock;
    catalog.packages().forEach(standard -> stamps.put(standard, stamp(standard)));
    this.roots =
        catalog.packages().stream()
            .flatMap(standard -> standard.manifest().roots().stream())
            .map(root -> root.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    this.dispatcher = new Dispatcher(catalog);
    this.lists = new CodeLists(catalog);
    before.ifPresent(this::keepWhatStayed);
    this.validator = new Validator(clock, dispatcher, lists, this::prepared);
  }

  /**
   * A package counts as the same when its manifest says the same and was written at the same time,
   * and likewise all packages whose schemas it uses.
   */
  private void keepWhatStayed(Installed before) {
    before.prepared.forEach(
        (standard, compiled) -> {
          if (isSame(standard, before, new HashSet<>())) {
            prepared.put(standard, compiled);
          }
        });
  }

  private boolean isSame(StandardPackage standard, Installed before, Set<String> asked) {
    boolean same = stamps.getOrDefault(standard, 0L).equals(before.stamps.get(standard));
    return same
        && (!asked.add(standard.id())
            || standard.manifest().requires().stream()
                .allMatch(id -> before.find(id).filter(p -> isSame(p, before, asked)).isPresent()));
  }

  private Optional<StandardPackage> find(String id) {
    return catalog.packages().stream().filter(p -> p.id().equals(id)).findFirst();
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

  /** True for the name of a message of an installed standard, in lower case. */
  boolean isRoot(String name) {
    return roots.contains(name);
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

  /** One for each sender, because it keeps what it read of the schemas. */
  Replies replies(Sender sender) {
    return replies.computeIfAbsent(sender, s -> new Replies(catalog, lists, clock, s));
  }

  /** Rule files that do not come to their end, as {@code package/file}. */
  List<String> lateRules() {
    return prepared.entrySet().stream()
        .flatMap(e -> e.getValue().rules().late().stream().map(f -> e.getKey().id() + "/" + f))
        .sorted()
        .toList();
  }

  void prepareAll() {
    catalog.packages().parallelStream().forEach(standard -> prepared(standard).prepare());
  }

  private Prepared prepared(StandardPackage standard) {
    return prepared.computeIfAbsent(standard, s -> new Prepared(s, catalog));
  }
}
