package de.amtsbote.gateway.cli.standards;

import de.amtsbote.gateway.cli.CommandFailure;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import de.amtsbote.xoev.standard.StandardCatalog;
import de.amtsbote.xoev.standard.StandardPackage;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** Names one installed standard: name and version, both in one word, or the only version. */
final class StandardId {

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The name, as 'standards list' shows it, or name-version.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "VERSION",
      description = "The version; not needed where only one is installed.")
  private String version;

  /** The package that is meant. */
  StandardPackage in(StandardCatalog catalog) {
    if (version != null) {
      return catalog.get(name, version);
    }
    List<StandardPackage> named =
        catalog.packages().stream().filter(it -> it.id().equalsIgnoreCase(name)).toList();
    List<StandardPackage> meant =
        named.isEmpty()
            ? catalog.packages().stream().filter(it -> it.name().equalsIgnoreCase(name)).toList()
            : named;
    if (meant.isEmpty()) {
      throw new XoevException(XoevError.NOT_INSTALLED, name);
    }
    if (meant.size() > 1) {
      String versions =
          meant.stream().map(StandardPackage::version).collect(Collectors.joining(", "));
      throw new CommandFailure(
          "%s is installed in versions %s: name one".formatted(name, versions));
    }
    return meant.get(0);
  }
}
