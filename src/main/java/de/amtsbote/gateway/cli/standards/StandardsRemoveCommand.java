package de.amtsbote.gateway.cli.standards;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.standard.StandardPackage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    header = "Take one version of a standard away.")
final class StandardsRemoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private StandardId id;

  @Mixin private StandardsFolder folder;

  @Override
  public Integer call() {
    var installer = new StandardInstaller(folder.existing());
    StandardPackage standard = id.in(installer.catalog());
    installer.remove(standard.name(), standard.version());
    spec.commandLine().getOut().println("removed " + standard.name() + " " + standard.version());
    return ExitCode.OK;
  }
}
