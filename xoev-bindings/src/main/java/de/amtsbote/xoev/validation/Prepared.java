package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.header.HeaderReader;
import de.amtsbote.xoev.schema.CompiledSchema;
import de.amtsbote.xoev.schema.PackageSchemas;
import de.amtsbote.xoev.schematron.Rules;
import de.amtsbote.xoev.standard.OnceCompiled;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A package with everything compiled; made once and shared by all threads. Schemas and rules are
 * compiled when first needed.
 */
public final class Prepared {

  private static final int MOST_IDLE = 2 * Runtime.getRuntime().availableProcessors();

  private final StandardPackage standard;
  private final HeaderReader headers;
  private final ConcurrentLinkedQueue<Pass> idle = new ConcurrentLinkedQueue<>();
  private final Map<String, HeaderReader> others = new ConcurrentHashMap<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private final AtomicBoolean compilingRules = new AtomicBoolean();
  private final OnceCompiled<CompiledSchema> schema;
  private final Rules rules;

  /**
   * @param catalog where the packages lie that this one requires
   */
  public Prepared(StandardPackage standard, StandardCatalog catalog) {
    this.standard = standard;
    this.schema =
        new OnceCompiled<>(
            folders(standard, catalog), () -> PackageSchemas.compile(standard, catalog));
    this.headers = new HeaderReader(standard);
    this.rules = new Rules(standard);
  }

  private static List<Path> folders(StandardPackage standard, StandardCatalog catalog) {
    return catalog.packages().stream()
        .filter(p -> p.equals(standard) || standard.manifest().requires().contains(p.id()))
        .map(StandardPackage::directory)
        .toList();
  }

  /** The package. */
  public StandardPackage standard() {
    return standard;
  }

  /** The reader of its headers. */
  public HeaderReader headers() {
    return headers;
  }

  /** The reader of headers of another profile. */
  HeaderReader headers(String profile) {
    return others.computeIfAbsent(profile, p -> new HeaderReader(standard.manifest(), p));
  }

  /** Its rules. */
  public Rules rules() {
    return rules;
  }

  /**
   * Compiles everything.
   *
   * @throws XoevException when schemas or rules do not compile
   */
  public void prepare() {
    meanwhile(rules::compile);
    schema.get();
    rules.compile();
  }

  /** Rules take as long as schemas, so they are compiled beside them; who runs them waits. */
  void compileRulesMeanwhile(String root) {
    if (!rules.isSettled(root)) {
      meanwhile(() -> rules.compile(root));
    }
  }

  private void meanwhile(Runnable compiling) {
    if (compilingRules.compareAndSet(false, true)) {
      var thread = new Thread(() -> compileRules(compiling), "rules-of-" + standard.id());
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void compileRules(Runnable compiling) {
    try {
      compiling.run();
    } catch (XoevException told) {
      // whoever needs the rules gets the same failure
    } finally {
      compilingRules.set(false);
    }
  }

  Pass take() {
    Pass pass = idle.poll();
    if (pass == null) {
      return new Pass(schema.get());
    }
    idleCount.decrementAndGet();
    return pass;
  }

  void giveBack(Pass pass) {
    if (idleCount.incrementAndGet() <= MOST_IDLE) {
      idle.add(pass);
    } else {
      idleCount.decrementAndGet();
    }
  }
}
