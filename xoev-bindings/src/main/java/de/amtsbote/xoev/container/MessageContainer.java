package de.amtsbote.xoev.container;

import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;

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
   * @throws XoevException ({@link XoevError#CONTAINER_UNSAFE}) with the number of the entry: paths,
   *     links, archives within, duplicate names, no message or more than one, too many or too large
   *     files, or a table of contents that says something else than the entries
   * @throws IOException when the bytes cannot be read
   */
  public static MessageContainer open(Content container, ContainerLimits limits)
      throws IOException {
    Map<String, Attachment> entries = new ContainerScan(limits).read(container);
    List<String> messages = entries.keySet().stream().filter(EntryNames::isMessage).toList();
    if (messages.size() > 1) {
      throw ContainerScan.unsafe("more than one message");
    }
    String message = messages.isEmpty() ? onlyXml(entries.keySet()) : messages.get(0);
    var documents = new LinkedHashMap<>(entries);
    documents.remove(message);
    return new MessageContainer(container, limits, message, documents);
  }

  /** A message under another name is the only XML file; validation says how it should be called. */
  private static String onlyXml(Collection<String> names) {
    List<String> xml = names.stream().filter(EntryNames::isXml).toList();
    if (xml.size() != 1) {
      throw ContainerScan.unsafe("no message");
    }
    return xml.get(0);
  }

  /**
   * The message in a container that is not looked through: enough to tell what it is. Only {@link
   * #open(Content, ContainerLimits)} makes sure of the rest.
   *
   * @throws XoevException ({@link XoevError#CONTAINER_UNSAFE}) when there is none
   * @throws IOException when the bytes cannot be read
   */
  public static Content messageIn(Content container, ContainerLimits limits) throws IOException {
    var names = new ArrayList<String>();
    try (var zip = new EntryStream(container.open(), limits)) {
      for (ZipEntry entry = zip.next(); entry != null; entry = zip.next()) {
        if (names.size() >= limits.maxEntries()) {
          throw ContainerScan.unsafe("more than " + limits.maxEntries() + " entries");
        }
        String name = entry.getName();
        names.add(name);
        ContainerScan.requirePlain(entry, names.size());
        if (EntryNames.isMessage(name)) {
          return () -> entry(container, limits, name);
        }
        // in small steps: going on to the next entry would unpack a bomb in one go
        zip.transferTo(OutputStream.nullOutputStream());
      }
    }
    String only = onlyXml(names);
    return () -> entry(container, limits, only);
  }

  /** File name of the message. */
  public String messageName() {
    return message;
  }

  /** The message, ready for validation. */
  public Content message() {
    return () -> entry(container, limits, message);
  }

  /** The documents by file name. */
  public Map<String, Content> documents() {
    var contents = new LinkedHashMap<String, Content>();
    documents.keySet().forEach(name -> contents.put(name, () -> entry(container, limits, name)));
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

  private static InputStream entry(Content container, ContainerLimits limits, String name)
      throws IOException {
    var zip = new EntryStream(container.open(), limits);
    try {
      for (ZipEntry entry = zip.next(); entry != null; entry = zip.next()) {
        if (entry.getName().equals(name)) {
          return zip;
        }
      }
    } catch (IOException | XoevException broken) {
      zip.close();
      throw broken;
    }
    zip.close();
    throw ContainerScan.unsafe("an entry is gone");
  }
}
