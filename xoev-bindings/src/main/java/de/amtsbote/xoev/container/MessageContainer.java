package de.amtsbote.xoev.container;

import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Sha256;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;

/**
 * A ZIP container as xdomea uses it: one message and its documents in one flat folder. Nothing is
 * unpacked to disk; a large message and each document are read straight out of the container, from
 * its start each time, so it may lie encrypted in a store.
 */
public final class MessageContainer {

  private final Content container;
  private final ContainerLimits limits;
  private final String name;
  private final Content message;
  private final Map<String, Attachment> documents;
  private final String hash;

  private MessageContainer(
      Content container,
      ContainerLimits limits,
      String name,
      Content message,
      Map<String, Attachment> documents,
      String hash) {
    this.container = container;
    this.limits = limits;
    this.name = name;
    this.message = message;
    this.documents = documents;
    this.hash = hash;
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

  /** The same where no names of messages are known. */
  public static MessageContainer open(Content container, ContainerLimits limits)
      throws IOException {
    return open(container, limits, root -> false);
  }

  /**
   * Opens a container: reads it once from its start to its end, looks at all entries and computes
   * their hashes. A message of up to 1 MiB is kept, a larger one is unpacked again when it is read.
   *
   * @param isRoot true for the name of a known message, in lower case
   * @throws XoevException ({@link XoevError#CONTAINER_UNSAFE}) with the number of the entry: paths,
   *     links, archives within, duplicate names, no message or more than one, too many or too large
   *     files, or a table of contents that says something else than the entries; ({@link
   *     XoevError#CONTAINER_SLOW}) when time is up
   * @throws IOException when the bytes cannot be read
   */
  public static MessageContainer open(
      Content container, ContainerLimits limits, Predicate<String> isRoot) throws IOException {
    var candidate = new MessageEntry(isRoot);
    Map<String, Attachment> entries = new ContainerScan(limits, candidate).read(container);
    String name = candidate.name();
    var documents = new LinkedHashMap<>(entries);
    documents.remove(name);
    Content message = candidate.content().orElse(() -> entry(container, limits, name));
    return new MessageContainer(container, limits, name, message, documents, hash(entries));
  }

  /**
   * The message in a container that is not looked through: enough to tell what it is. Only {@link
   * #open(Content, ContainerLimits, Predicate)} makes sure of the rest.
   *
   * @param isRoot true for the name of a known message, in lower case
   * @throws XoevException ({@link XoevError#CONTAINER_UNSAFE}) when there is none, ({@link
   *     XoevError#CONTAINER_SLOW}) when time is up
   * @throws IOException when the bytes cannot be read
   */
  public static Content messageIn(
      Content container, ContainerLimits limits, Predicate<String> isRoot) throws IOException {
    var candidate = new MessageEntry(isRoot);
    try (var zip = new EntryStream(container.open(), limits)) {
      int count = 0;
      for (ZipEntry entry = zip.next(); entry != null; entry = zip.next()) {
        if (++count > limits.maxEntries()) {
          throw ContainerScan.unsafe("more than " + limits.maxEntries() + " entries");
        }
        ContainerScan.requirePlain(entry, count);
        candidate.begin(entry.getName());
        pass(zip, candidate);
        if (candidate.isCertain()) {
          break;
        }
      }
    }
    String name = candidate.name();
    return candidate.content().orElse(() -> entry(container, limits, name));
  }

  /** In small steps: going on to the next entry would unpack a bomb in one go. */
  private static void pass(EntryStream zip, MessageEntry candidate) throws IOException {
    byte[] buffer = new byte[16_384];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      candidate.bytes(buffer, n);
      if (candidate.isCertain() && !candidate.isKeeping()) {
        return;
      }
    }
  }

  /** File name of the message. */
  public String messageName() {
    return name;
  }

  /** The message, ready for validation. */
  public Content message() {
    return message;
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

  /**
   * SHA-256 over names and contents of all files, lower-case hexadecimal: the same however often
   * and by whom they are packed.
   */
  public String contentHash() {
    return hash;
  }

  private static String hash(Map<String, Attachment> entries) {
    MessageDigest digest = Sha256.digest();
    new TreeMap<>(entries)
        .forEach(
            (name, file) ->
                digest.update(
                    (name + "/" + file.sha256() + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
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
        zip.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException | XoevException broken) {
      zip.close();
      throw broken;
    }
    zip.close();
    throw ContainerScan.unsafe("an entry is gone");
  }
}
