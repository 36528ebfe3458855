package de.amtsbote.xoev.benchmark;

import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.schema.PackageSchemas;
import de.amtsbote.xoev.schematron.Rules;
import de.amtsbote.xoev.xdemo.XDemo;
import java.nio.file.Path;
import java.time.Clock;

/**
 * How long it takes until messages of a standard can be validated, in a JVM that did nothing
 * before: {@code install NAME DIR} installs a package, {@code ready DIR} prepares all that is
 * installed, {@code parts DIR} times schemas and rules of each package apart.
 */
public final class Readiness {

  private Readiness() {}

  /** Prints milliseconds, and how many of them all processors together computed. */
  public static void main(String[] arguments) {
    long start = System.nanoTime();
    Path standards = Path.of(arguments[arguments.length - 1]);
    switch (arguments[0]) {
      case "install" -> install(arguments[1], standards);
      case "ready" -> Xoev.open(standards, Clock.systemUTC()).prepare();
      default -> parts(standards);
    }
    print(String.join(" ", arguments), start);
    System.out.printf("%-60s %6d ms of processors%n", "", CpuTime.ofTheProcess() / 1_000_000);
  }

  private static void install(String name, Path standards) {
    if (name.equals(XDemo.NAME)) {
      XDemo.installInto(standards);
    } else {
      Path delivery = Path.of("../../shared/xoev/standards").resolve(name);
      new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);
    }
  }

  private static void parts(Path standards) {
    var catalog = Xoev.open(standards, Clock.systemUTC()).catalog();
    for (int turn = 1; turn <= 3; turn++) {
      for (var standard : catalog.packages()) {
        long start = System.nanoTime();
        PackageSchemas.compile(standard, catalog);
        print("turn " + turn + " " + standard.id() + " schemas", start);
        start = System.nanoTime();
        new Rules(standard).compile();
        print("turn " + turn + " " + standard.id() + " rules", start);
      }
    }
  }

  private static void print(String what, long start) {
    System.out.printf("%-60s %6d ms%n", what, (System.nanoTime() - start) / 1_000_000);
  }
}
