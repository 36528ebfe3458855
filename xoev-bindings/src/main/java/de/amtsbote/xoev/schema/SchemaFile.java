package de.amtsbote.xoev.schema;

import java.nio.file.Path;

/**
 * A schema document on disk.
 *
 * @param path absolute, normalised path
 * @param namespace target namespace, empty for none
 * @param version value of {@code xs:schema/@version}, empty for none
 */
public record SchemaFile(Path path, String namespace, String version) {

  /** The name without folders. */
  public String name() {
    return path.getFileName().toString();
  }
}
