package de.amtsbote.osci.inspect;

import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes plain contents to files whose names cannot leave the folder. */
final class Extraction {

  private final Path folder;
  private int number;

  Extraction(Path folder) {
    this.folder = folder;
  }

  void write(OpenedContent content) throws IOException {
    Files.createDirectories(folder);
    for (var container : content.containers()) {
      write(container);
    }
  }

  private void write(OpenedContainer container) throws IOException {
    for (var item : container.items()) {
      if (item instanceof OpenedItem.Nested nested) {
        write(nested.container());
      } else {
        write((OpenedItem.Octets) item);
      }
    }
    for (var nested : container.encrypted()) {
      write(nested);
    }
  }

  private void write(OpenedItem.Octets octets) throws IOException {
    var name = octets instanceof OpenedItem.Attachment part ? part.name() : octets.refId();
    try (var in = octets.open()) {
      Files.copy(in, folder.resolve(++number + "-" + safe(name)));
    }
  }

  private static String safe(String name) {
    var plain = name == null ? "content" : name.replaceAll("[^A-Za-z0-9._-]", "_");
    return plain.length() > 100 ? plain.substring(0, 100) : plain;
  }
}
