package de.amtsbote.gateway.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
            .orElse("(built without a version)");
    return new String[] {"amtsbote " + version, "Java " + Runtime.version()};
  }
}
