package de.amtsbote.gateway.cli.standards;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.xoev.Text;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Compile every installed standard and say what is missing.")
final class StandardsCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private StandardsFolder folder;

  @Override
  public Integer call() {
    boolean sound = true;
    for (StandardPackage standard : StandardCatalog.read(folder.existing()).packages()) {
      sound &= isSound(standard);
    }
    return sound ? ExitCode.OK : ExitCode.FAILED;
  }

  private boolean isSound(StandardPackage standard) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      List<Text> remarks =
          new StandardInstaller(folder.path).check(standard.name(), standard.version());
      out.println(standard.id() + ": compiles");
      remarks.stream().map(Text::english).forEach(remark -> out.println("  note: " + remark));
      return true;
    } catch (XoevException failure) {
      out.println(standard.id() + ": " + failure.getMessage());
      out.println("  remedy: " + failure.error().remedy().english());
      return false;
    }
  }
}
