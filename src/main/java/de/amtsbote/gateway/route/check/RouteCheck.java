package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.Finding;
import de.amtsbote.gateway.yaml.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.support.SimpleRegistry;

/**
 * Reads routes without starting anything and says what is wrong with them, with file and line: the
 * schema of Camel's canonical notation first, then a dry run in a Camel context of its own, then
 * the rules of the gateway.
 */
public final class RouteCheck {

  private final RouteWorld world;
  private final DryRun dryRun;

  /** A check outside of a running gateway; placeholders get the value that the function gives. */
  public RouteCheck(RouteWorld world, UnaryOperator<String> properties) {
    this(world, properties, new SimpleRegistry());
  }

  /** A check inside a running gateway, whose beans the routes may refer to. */
  public RouteCheck(RouteWorld world, UnaryOperator<String> properties, BeanRepository beans) {
    this.world = world;
    this.dryRun = new DryRun(beans, properties);
  }

  /**
   * Checks all route files of a folder, also for message types that no route takes.
   *
   * @throws IOException when the folder cannot be listed
   */
  public List<Finding> checkFolder(Path folder) throws IOException {
    var files = RouteFile.in(folder).stream().map(RouteFile::read).toList();
    var findings = new Findings();
    findings.addAll(check(files));
    new InboxRules(files, new Findings()).checkCoverage(folder, world.standards(), findings);
    return findings.sorted();
  }

  /** Checks files that are to run together. */
  public List<Finding> check(Collection<RouteFile> files) {
    var findings = new Findings();
    var sound = files.stream().flatMap(it -> sound(it, findings).stream()).toList();
    var shared = sound.stream().filter(RouteFile::isShared).toList();
    sound.forEach(it -> dryRun.check(it, shared, findings));
    var names = new NameRules(world, findings);
    var readable = files.stream().filter(it -> it.root().isPresent()).toList();
    for (var file : readable) {
      names.check(file.endpoints());
      SecretRules.check(file.endpoints(), findings);
      LogRules.check(file, findings);
    }
    new InboxRules(readable, findings).checkCollisions();
    return findings.sorted();
  }

  /** What of a file has the right form and can be built; steps that have not are left out. */
  private static Optional<RouteFile> sound(RouteFile file, Findings findings) {
    findings.addAll(file.findings());
    var wrong = formErrors(file);
    findings.addAll(wrong);
    var left = file.root().isPresent() ? Optional.of(file) : Optional.<RouteFile>empty();
    for (var each : wrong) {
      left = left.flatMap(it -> LeftOut.at(it, each.line()));
    }
    return left.filter(it -> wrong.isEmpty() || formErrors(it).isEmpty());
  }

  private static List<Finding> formErrors(RouteFile file) {
    var own = new Findings();
    file.root().ifPresent(root -> SchemaCheck.check(file, root, own));
    return own.sorted();
  }
}
