package de.amtsbote.xoev;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a message, readable from the start as often as somebody asks; never held whole. */
@FunctionalInterface
public interface Content {

  /**
   * Opens the bytes from their start; the caller closes the stream.
   *
   * @throws IOException when the place that keeps the bytes cannot be read
   */
  InputStream open() throws IOException;

  /** Content that lies in a file. */
  static Content of(Path file) {
    return () -> Files.newInputStream(file);
  }

  /** Content that is in memory already; meant for small messages that were just built. */
  static Content of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }
}
