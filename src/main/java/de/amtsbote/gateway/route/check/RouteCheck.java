package de.amtsbote.gateway.route.check;

import de.amtsbote.gateway.yaml.Finding;
import de.amtsbote.gateway.yaml.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
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
    var sound = files.stream().filter(it -> isSound(it, findings)).toList();
    var shared = sound.stream().filter(RouteFile::isShared).toList();
    sound.forEach(it -> dryRun.check(it, shared, findings));
    var names = new NameRules(world, findings);
    for (var file : sound) {
      names.check(file.endpoints());
      SecretRules.check(file.endpoints(), findings);
    }
    new InboxRules(sound, findings).checkCollisions();
    return findings.sorted();
  }

  /** Only what has the right form can be built and looked into. */
  private static boolean isSound(RouteFile file, Findings findings) {
    var own = new Findings();
    own.addAll(file.findings());
    file.root().ifPresent(root -> SchemaCheck.check(file, root, own));
    findings.addAll(own.sorted());
    return !own.hasErrors();
  }
}
