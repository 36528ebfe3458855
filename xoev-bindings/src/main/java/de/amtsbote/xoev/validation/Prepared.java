package de.amtsbote.xoev.validation;

import de.amtsbote.xoev.header.HeaderReader;
import de.amtsbote.xoev.schema.CompiledSchema;
import de.amtsbote.xoev.schema.PackageSchemas;
import de.amtsbote.xoev.schematron.Rules;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A package with everything compiled; made once and shared by all threads. Rules are compiled when
 * first needed.
 */
public final class Prepared {

  private static final int MOST_IDLE = 2 * Runtime.getRuntime().availableProcessors();

  private final StandardPackage standard;
  private final CompiledSchema schema;
  private final HeaderReader headers;
  private final ConcurrentLinkedQueue<Pass> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private volatile Rules rules;

  /**
   * Compiles the schemas of the package.
   *
   * @param catalog where the packages lie that this one requires
   */
  public Prepared(StandardPackage standard, StandardCatalog catalog) {
    this.standard = standard;
    this.schema = PackageSchemas.compile(standard, catalog);
    this.headers = new HeaderReader(standard);
  }

  /** The package. */
  public StandardPackage standard() {
    return standard;
  }

  /** The reader of its headers. */
  public HeaderReader headers() {
    return headers;
  }

  /** Its rules, compiled on the first call. */
  public Rules rules() {
    Rules compiled = rules;
    if (compiled == null) {
      synchronized (this) {
        compiled = rules;
        if (compiled == null) {
          compiled = new Rules(standard);
          rules = compiled;
        }
      }
    }
    return compiled;
  }

  Pass take() {
    Pass pass = idle.poll();
    if (pass == null) {
      return new Pass(schema);
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
