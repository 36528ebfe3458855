package de.amtsbote.osci.inspect;

import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes plain contents to new files whose names cannot leave the folder. */
final class Extraction {

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,9})-");

  private final Path folder;
  private int number;

  Extraction(Path folder) {
    this.folder = folder;
  }

  void write(OpenedContent content) throws IOException {
    Files.createDirectories(folder);
    number = highest();
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

  /** What is there from other messages, or from an earlier run, stays; we count on from there. */
  private int highest() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> NUMBER.matcher(file.getFileName().toString()))
          .filter(Matcher::lookingAt)
          .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
          .max()
          .orElse(0);
    }
  }

  private static String safe(String name) {
    var plain = name == null ? "content" : name.replaceAll("[^A-Za-z0-9._-]", "_");
    return plain.length() > 100 ? plain.substring(0, 100) : plain;
  }
}
