package de.amtsbote.gateway.cli.standards;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.Installation;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.standard.Validity;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    header = "Install a standard as it is published; a package with mistakes changes nothing.")
final class StandardsInstallCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private StandardsFolder folder;

  @ArgGroup(multiplicity = "1")
  private What what;

  @Option(names = "--replace", description = "Take the place of the same version.")
  private boolean replace;

  @Option(
      names = "--leave-out-unused",
      description = "Leave out imports that are missing, if nothing of them is used.")
  private boolean leaveOutUnused;

  @Option(names = "--valid-from", paramLabel = "DATE", description = "First day in force.")
  private LocalDate validFrom;

  @Option(names = "--valid-until", paramLabel = "DATE", description = "Last day in force.")
  private LocalDate validUntil;

  @Option(
      names = "--grace-days",
      paramLabel = "N",
      description = "Days after the last in which late messages are taken (default: 0).")
  private int graceDays;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (what.demo) {
      XDemo.installInto(folder.path);
      XDemo.VERSIONS.forEach(version -> out.println("installed " + XDemo.NAME + " " + version));
      return ExitCode.OK;
    }
    new StandardInstaller(folder.path).installAll(what.source, options()).forEach(this::print);
    return ExitCode.OK;
  }

  private void print(Installation done) {
    PrintWriter out = spec.commandLine().getOut();
    StandardPackage standard = done.standard();
    out.printf(
        "installed %s %s: %d message types, %d rule files, %d code lists%n",
        standard.name(),
        standard.version(),
        standard.manifest().roots().size(),
        standard.manifest().rules().size(),
        standard.manifest().codeLists().size());
    done.remarks().stream().map(Text::english).forEach(remark -> out.println("  note: " + remark));
  }

  private InstallOptions options() {
    InstallOptions chosen = replace ? InstallOptions.DEFAULT.replacing() : InstallOptions.DEFAULT;
    chosen = leaveOutUnused ? chosen.leavingOutUnused() : chosen;
    return validFrom == null && validUntil == null
        ? chosen
        : chosen.inForce(
            new Validity(
                Optional.ofNullable(validFrom), Optional.ofNullable(validUntil), graceDays));
  }

  static final class What {

    @Parameters(
        paramLabel = "SOURCE",
        description = "A ZIP file or folder, as the XRepository publishes it.")
    private Path source;

    @Option(names = "--demo", description = "The demo standard XDemo that is built in.")
    private boolean demo;
  }
}
