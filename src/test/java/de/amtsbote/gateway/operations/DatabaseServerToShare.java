package de.amtsbote.gateway.operations;

import java.io.IOException;
import java.nio.file.Path;

/** Stands for a gateway of another process, until its input ends. */
final class DatabaseServerToShare {

  private DatabaseServerToShare() {}

  public static void main(String[] arguments) throws IOException {
    try (var server = new DatabaseServer(Path.of(arguments[0]))) {
      System.out.println("serves on " + server.url());
      while (System.in.read() >= 0) {
        // what is said does not matter
      }
    }
  }
}
