package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.header.HeaderReader;
import de.amtsbote.xoev.schema.CompiledSchema;
import de.amtsbote.xoev.schema.PackageSchemas;
import de.amtsbote.xoev.schematron.Rules;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
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
  private final StandardCatalog catalog;
  private final HeaderReader headers;
  private final ConcurrentLinkedQueue<Pass> idle = new ConcurrentLinkedQueue<>();
  private final Map<String, HeaderReader> others = new ConcurrentHashMap<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private final Object schemaLock = new Object();
  private final AtomicBoolean compilingRules = new AtomicBoolean();
  private volatile CompiledSchema schema;
  private final Rules rules;

  /**
   * @param catalog where the packages lie that this one requires
   */
  public Prepared(StandardPackage standard, StandardCatalog catalog) {
    this.standard = standard;
    this.catalog = catalog;
    this.headers = new HeaderReader(standard);
    this.rules = new Rules(standard);
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

  /** Its schemas, compiled on the first call. */
  private CompiledSchema schema() {
    CompiledSchema compiled = schema;
    if (compiled == null) {
      synchronized (schemaLock) {
        compiled = schema;
        if (compiled == null) {
          compiled = PackageSchemas.compile(standard, catalog);
          schema = compiled;
        }
      }
    }
    return compiled;
  }

  /**
   * Compiles everything.
   *
   * @throws XoevException when schemas or rules do not compile
   */
  public void prepare() {
    meanwhile(rules::compile);
    schema();
    rules.compile();
  }

  /** Rules take as long as schemas, so they are compiled beside them; who runs them waits. */
  void compileRulesMeanwhile(String root) {
    if (!rules.isCompiled(root)) {
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
      return new Pass(schema());
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
