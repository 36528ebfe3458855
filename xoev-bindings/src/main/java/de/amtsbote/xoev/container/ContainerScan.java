package de.amtsbote.xoev.container;

import de.amtsbote.xoev.Attachment;
import de.amtsbote.xoev.Content;
import de.amtsbote.xoev.Sha256;
import de.amtsbote.xoev.XoevError;
import de.amtsbote.xoev.XoevException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;

/** Reads a container once and looks at everything in it before anything is used. */
final class ContainerScan {

  private final ContainerLimits limits;
  private final MessageEntry message;
  private final Map<String, Attachment> entries = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Shape> shapes = new HashMap<>();

  ContainerScan(ContainerLimits limits, MessageEntry message) {
    this.limits = limits;
    this.message = message;
  }

  /** The entries in their order. */
  Map<String, Attachment> read(Content container) throws IOException {
    try (InputStream in = container.open()) {
      var tail = new Tail(in);
      // closing is up to the stream below
      @SuppressWarnings("resource")
      var zip = new EntryStream(tail, limits);
      long start = zip.position();
      for (ZipEntry entry = zip.next(); entry != null; entry = zip.next()) {
        take(entry, zip);
        Shape shape = Shape.of(start, entry);
        shapes.put(entry.getName(), shape);
        if (entry.getExtra() != null) {
          ExtraFields.check(entry.getExtra(), entries.size(), entry.getName(), shape);
        }
        start = zip.position();
      }
      if (entries.isEmpty()) {
        throw unsafe("no ZIP file, or nothing in it");
      }
      tail.drain();
      new Directory(tail).check(shapes, start);
    }
    return entries;
  }

  private void take(ZipEntry entry, EntryStream zip) throws IOException {
    String name = entry.getName();
    if (entries.size() >= limits.maxEntries()) {
      throw unsafe("more than " + limits.maxEntries() + " entries");
    }
    requirePlain(entry, entries.size() + 1);
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw unsafe("entry " + (entries.size() + 1) + ": a name twice");
    }
    message.begin(name);
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[16_384];
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      digest.update(buffer, 0, n);
      message.bytes(buffer, n);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    entries.put(name, new Attachment("", name, "", zip.size(), hash));
  }

  /** Entries are told by their number: names of documents may name people. */
  static void requirePlain(ZipEntry entry, int number) {
    String refusal = EntryNames.refusal(entry);
    if (refusal != null) {
      throw unsafe("entry " + number + ": " + refusal);
    }
  }

  static XoevException unsafe(String why) {
    return new XoevException(XoevError.CONTAINER_UNSAFE, why);
  }

  /** What the unpacking says; it quotes numbers, never names. */
  static XoevException unsafe(IOException broken) {
    String why = broken instanceof EOFException ? "ends too early" : broken.getMessage();
    return new XoevException(XoevError.CONTAINER_UNSAFE, String.valueOf(why), broken);
  }
}
