package de.amtsbote.xoev.container;

import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP container as xdomea uses it: one message and its documents in one flat folder. Nothing is
 * unpacked to disk; the message and each document are read straight out of the container.
 */
public final class MessageContainer implements AutoCloseable {

  private final ZipFile zip;
  private final ZipEntry message;
  private final Map<String, ZipEntry> documents;
  private final ContainerLimits limits;

  private MessageContainer(
      ZipFile zip, ZipEntry message, Map<String, ZipEntry> documents, ContainerLimits limits) {
    this.zip = zip;
    this.message = message;
    this.documents = documents;
    this.limits = limits;
  }

  /**
   * Opens a container and looks at all its entries before any is read.
   *
   * @throws XoevException ({@link XoevError#CONTAINER_UNSAFE}) naming the entry: paths, archives
   *     within, duplicate names, no message or more than one, too many or too large files
   */
  public static MessageContainer open(Path file, ContainerLimits limits) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException broken) {
      throw new XoevException(XoevError.CONTAINER_UNSAFE, "no ZIP file", broken);
    }
    try {
      return checked(zip, limits);
    } catch (XoevException unsafe) {
      zip.close();
      throw unsafe;
    }
  }

  private static MessageContainer checked(ZipFile zip, ContainerLimits limits) {
    if (zip.size() > limits.maxEntries()) {
      throw unsafe("more than " + limits.maxEntries() + " entries");
    }
    ZipEntry message = null;
    Map<String, ZipEntry> documents = new LinkedHashMap<>();
    var names = new HashSet<String>();
    long total = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      String name = checkedName(entry);
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw unsafe("entry twice: " + name);
      }
      total += Math.max(0, entry.getSize());
      if (total > limits.maxBytes()) {
        throw unsafe("more than " + limits.maxBytes() + " bytes");
      }
      if (name.toLowerCase(Locale.ROOT).endsWith(".xml") && isMessageName(name)) {
        if (message != null) {
          throw unsafe("more than one message");
        }
        message = entry;
      } else {
        documents.put(name, entry);
      }
    }
    if (message == null) {
      throw unsafe("no message");
    }
    return new MessageContainer(zip, message, documents, limits);
  }

  /** Messages are called {@code <process id>_<message type>.xml}, the type ending in its number. */
  private static boolean isMessageName(String name) {
    return name.matches("(?i)[^_]+_.*\\.[0-9]{4}\\.xml");
  }

  private static String checkedName(ZipEntry entry) {
    String name = entry.getName();
    boolean path = name.contains("/") || name.contains("\\") || name.contains(":");
    boolean odd = name.isBlank() || name.startsWith(".") || name.chars().anyMatch(c -> c < ' ');
    if (entry.isDirectory() || path || odd) {
      throw unsafe("entry name not allowed: " + name.replaceAll("[\\p{Cntrl}]", "?"));
    }
    if (name.toLowerCase(Locale.ROOT).matches(".*\\.(zip|7z|rar|tar|gz|tgz|bz2|xz|jar)")) {
      throw unsafe("archive within the container: " + name);
    }
    return name;
  }

  private static XoevException unsafe(String why) {
    return new XoevException(XoevError.CONTAINER_UNSAFE, why);
  }

  /** File name of the message. */
  public String messageName() {
    return message.getName();
  }

  /** The message, ready for validation. */
  public Content message() {
    return () -> open(message);
  }

  /** The documents by file name; reading one fails when it is larger than announced or allowed. */
  public Map<String, Content> documents() {
    var contents = new LinkedHashMap<String, Content>();
    documents.forEach((name, entry) -> contents.put(name, () -> open(entry)));
    return contents;
  }

  /** Size of a document when unpacked, as the container announces it; -1 when it does not. */
  public long size(String document) {
    return documents.get(document).getSize();
  }

  private InputStream open(ZipEntry entry) throws IOException {
    return new UnpackingStream(zip.getInputStream(entry), entry, limits);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
