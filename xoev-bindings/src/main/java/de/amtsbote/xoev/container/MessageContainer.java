package de.amtsbote.xoev.container;

import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * A ZIP container as xdomea uses it: one message and its documents in one flat folder. Nothing is
 * unpacked to disk; the message and each document are read straight out of the container, from its
 * start each time, so it may lie encrypted in a store.
 */
public final class MessageContainer {

  private final Content container;
  private final ContainerLimits limits;
  private final String message;
  private final Map<String, Attachment> documents;

  private MessageContainer(
      Content container,
      ContainerLimits limits,
      String message,
      Map<String, Attachment> documents) {
    this.container = container;
    this.limits = limits;
    this.message = message;
    this.documents = documents;
  }

  /** True when the content starts like a ZIP container. */
  public static boolean looksLikeOne(Content content) throws IOException {
    try (InputStream in = content.open()) {
      byte[] start = in.readNBytes(4);
      return start.length == 4
          && start[0] == 'P'
          && start[1] == 'K'
          && start[2] == 3
          && start[3] == 4;
    }
  }

  /** Opens a container that lies in a file. */
  public static MessageContainer open(Path file, ContainerLimits limits) throws IOException {
    return open(Content.of(file), limits);
  }

  /**
   * Opens a container: reads it once from its start to its end, looks at all entries and computes
   * their hashes.
   *
   * @throws XoevException ({@link XoevError#CONTAINER_UNSAFE}) naming the entry: paths, links,
   *     archives within, duplicate names, no message or more than one, too many or too large files,
   *     or a table of contents that says something else than the entries
   * @throws IOException when the bytes cannot be read
   */
  public static MessageContainer open(Content container, ContainerLimits limits)
      throws IOException {
    Map<String, Attachment> entries = new ContainerScan(limits).read(container);
    String message = null;
    var documents = new LinkedHashMap<String, Attachment>();
    for (Map.Entry<String, Attachment> entry : entries.entrySet()) {
      if (!EntryNames.isMessage(entry.getKey())) {
        documents.put(entry.getKey(), entry.getValue());
      } else if (message == null) {
        message = entry.getKey();
      } else {
        throw ContainerScan.unsafe("more than one message");
      }
    }
    if (message == null) {
      throw ContainerScan.unsafe("no message");
    }
    return new MessageContainer(container, limits, message, documents);
  }

  /** File name of the message. */
  public String messageName() {
    return message;
  }

  /** The message, ready for validation. */
  public Content message() {
    return () -> open(message);
  }

  /** The documents by file name. */
  public Map<String, Content> documents() {
    var contents = new LinkedHashMap<String, Content>();
    documents.keySet().forEach(name -> contents.put(name, () -> open(name)));
    return contents;
  }

  /** The documents as what came with the message, with size and hash. */
  public List<Attachment> attachments() {
    Collection<Attachment> all = documents.values();
    return List.copyOf(all);
  }

  /** Size of a document when unpacked, in bytes. */
  public long size(String document) {
    return documents.get(document).size();
  }

  private InputStream open(String name) throws IOException {
    var zip = new EntryStream(container.open(), limits);
    try {
      for (ZipEntry entry = zip.next(); entry != null; entry = zip.next()) {
        if (entry.getName().equals(name)) {
          return zip;
        }
      }
    } catch (IOException broken) {
      zip.close();
      throw broken;
    }
    zip.close();
    throw new ZipException("entry is gone: " + name);
  }
}
