package de.amtsbote.xoev.schematron;

import java.util.Set;
import net.sf.saxon.lib.EnvironmentVariableResolver;

/** Rules see no environment variables. */
final class NoEnvironment implements EnvironmentVariableResolver {

  @Override
  public Set<String> getAvailableEnvironmentVariables() {
    return Set.of();
  }

  @Override
  public String getEnvironmentVariable(String name) {
    return null;
  }
}
