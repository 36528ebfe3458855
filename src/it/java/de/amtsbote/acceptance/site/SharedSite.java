package de.amtsbote.acceptance.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one gateway for all tests that ask for it, and stops it after the last. */
final class SharedSite implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SharedSite.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Site.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("site", key -> new Running(started()), Running.class)
        .site();
  }

  private static Site started() {
    try {
      Site site = Site.prepareWithLines(SftpProcedure.open(), QueueProcedure.open());
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

  private record Running(Site site) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() throws Throwable {
      site.close();
    }
  }
}
