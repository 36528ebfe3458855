package de.amtsbote.gateway.cli.check;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.gateway.cli.ConfigurationFile;
import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.gateway.delivery.Deliveries;
import de.amtsbote.gateway.directory.Directory;
import de.amtsbote.gateway.directory.DirectoryReader;
import de.amtsbote.gateway.route.check.KnownStandard;
import de.amtsbote.gateway.route.check.RouteCheck;
import de.amtsbote.gateway.route.check.RouteWorld;
import de.amtsbote.gateway.yaml.Finding;
import de.amtsbote.xoev.standard.MessageRoot;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code amtsbote check}: says what is wrong, with file and line. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Read routes and directory and say what is wrong, with file and line.",
    description = {
      "",
      "Names the routes and partners that cannot work: unknown endpoint or option, unknown"
          + " partner,",
      "delivery or standard, certificates that are missing or expire, message types that no route",
      "takes, wrong settings of deliveries and of the DVDV. Nothing is started and nothing is changed.",
      ""
    })
public final class CheckCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "application.yaml",
      description = "The gateway's configuration (default: ${DEFAULT-VALUE}).")
  private Path configuration;

  /** A check that takes expiry of certificates by the clock. */
  public CheckCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(configuration)) {
      throw new CommandFailure("there is no configuration " + configuration + "; use --config");
    }
    List<Finding> findings = findings(ConfigurationFile.read(configuration));
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(out::println);
    long errors = findings.stream().filter(Finding::isError).count();
    out.printf("%d errors, %d warnings%n", errors, findings.size() - errors);
    return errors == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private List<Finding> findings(ConfigurationFile settings) throws IOException {
    List<Finding> findings = new ArrayList<>();
    DirectoryReader.Result directory =
        DirectoryReader.read(settings.path("amtsbote.directory", "directory.yaml"), clock);
    findings.addAll(directory.findings());
    findings.addAll(DvdvFindings.of(configuration, settings, clock));
    findings.addAll(DeliveryFindings.of(configuration, settings));
    findings.addAll(FitConnectFindings.of(configuration, settings, clock));
    RouteCheck check =
        new RouteCheck(world(settings, directory.directory()), settings::placeholder);
    findings.addAll(check.checkFolder(settings.path("amtsbote.routes", "routes")));
    return findings;
  }

  private static RouteWorld world(ConfigurationFile settings, Directory directory) {
    return new RouteWorld(
        directory.partnerNames(),
        deliveries(settings),
        settings.namesUnder("amtsbote.osci.identities"),
        settings.namesUnder("amtsbote.xta.servers"),
        StandardCatalog.read(settings.path("amtsbote.standards", "standards")).packages().stream()
            .map(CheckCommand::known)
            .toList());
  }

  private static Set<String> deliveries(ConfigurationFile settings) {
    var names = new TreeSet<>(settings.namesUnder("amtsbote.deliveries"));
    names.add(Deliveries.REPLIES);
    return names;
  }

  private static KnownStandard known(StandardPackage standard) {
    return new KnownStandard(
        standard.name(),
        standard.version(),
        standard.manifest().roots().stream()
            .collect(
                Collectors.toMap(
                    MessageRoot::name, MessageRoot::messageType, (first, same) -> first)));
  }
}
