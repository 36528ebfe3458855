package de.amtsbote.gateway.cli.town;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The routes that ship with the program. */
public final class ShippedRoutes {

  private ShippedRoutes() {}

  /** Copies them, as an integrator would who starts from them. */
  public static void copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    Resource[] routes =
        new PathMatchingResourcePatternResolver().getResources("classpath:routes/*.camel.yaml");
    for (Resource route : routes) {
      try (InputStream in = route.getInputStream()) {
        Files.copy(in, folder.resolve(route.getFilename()));
      }
    }
  }
}
