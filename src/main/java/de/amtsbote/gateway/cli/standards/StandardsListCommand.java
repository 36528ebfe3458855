package de.amtsbote.gateway.cli.standards;

import de.amtsbote.gateway.cli.ExitCode;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", mixinStandardHelpOptions = true, header = "List the installed standards.")
final class StandardsListCommand implements Callable<Integer> {

  private static final String ROW = "%-24s %-10s %-12s %-12s %8s%n";

  @Spec private CommandSpec spec;

  @Mixin private StandardsFolder folder;

  @Option(names = "--json", description = "One JSON object a line instead of text.")
  private boolean json;

  @Override
  public Integer call() {
    List<StandardPackage> packages = StandardCatalog.read(folder.existing()).packages();
    var out = spec.commandLine().getOut();
    if (json) {
      packages.forEach(it -> out.println(StandardJson.summary(it.manifest())));
      return ExitCode.OK;
    }
    if (packages.isEmpty()) {
      out.println("no standards in " + folder.path);
      out.println("install one with: amtsbote standards install PACKAGE.zip, or --demo");
      return ExitCode.OK;
    }
    out.printf(ROW, "name", "version", "from", "until", "messages");
    for (StandardPackage standard : packages) {
      var validity = standard.manifest().validity();
      out.printf(
          ROW,
          standard.name(),
          standard.version(),
          validity.from().map(Object::toString).orElse("-"),
          validity.until().map(Object::toString).orElse("-"),
          standard.manifest().roots().size());
    }
    return ExitCode.OK;
  }
}
