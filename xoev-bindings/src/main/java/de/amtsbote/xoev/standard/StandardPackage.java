package de.amtsbote.xoev.standard;

import java.nio.file.Path;

/**
 * An installed standard in one version.
 *
 * @param directory folder with the original files and {@code standard.yaml}
 * @param manifest what {@code standard.yaml} says
 */
public record StandardPackage(Path directory, Manifest manifest) {

  /** Short technical name of the standard. */
  public String name() {
    return manifest.name();
  }

  /** Version of the standard. */
  public String version() {
    return manifest.version();
  }

  /** Name and version as one word. */
  public String id() {
    return manifest.id();
  }

  /** By its folder alone: the manifest of a large standard has thousands of parts. */
  @Override
  public int hashCode() {
    return directory.hashCode();
  }
}
