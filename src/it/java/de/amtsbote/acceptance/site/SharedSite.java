package de.amtsbote.acceptance.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one gateway for all tests of this JVM that ask for it, and stops it when the JVM ends: a
 * JVM that shares the test classes with another runs each as a launch of its own, so that nothing
 * kept in a store of JUnit would outlive a class.
 */
final class SharedSite implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Running.SITE;
  }

  private static final class Running {

    private static final Site SITE = started();

    private static Site started() {
      try {
        Site site = Site.prepareWithLines(SftpProcedure.open(), QueueProcedure.open());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(site)));
        site.gateway().start();
        return site;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while the gateway started", interrupted);
      } catch (Exception failure) {
        throw new IllegalStateException("a procedure did not start", failure);
      }
    }

    private static void end(Site site) {
      try {
        site.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
