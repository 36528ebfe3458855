package de.amtsbote.gateway.delivery;

import de.amtsbote.gateway.message.ErrorCode;
import de.amtsbote.gateway.message.GatewayException;
import de.amtsbote.gateway.message.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops each message as a folder of its own, named by the delivery id. The folder appears at once
 * and whole: everything is written and forced to disk beside it, then renamed. A mark that is
 * written before the rename tells a later attempt that only the rename can be missing, so a folder
 * that the Fachverfahren took away is not dropped a second time.
 */
final class FileDrop implements Delivery {

  private static final Logger LOG = LoggerFactory.getLogger(FileDrop.class);

  static final String METADATA = "delivery.json";

  /** Where folders grow; hidden from the Fachverfahren, on the same file system. */
  private static final String WORKSHOP = ".amtsbote";

  private static final String READY = ".ready";
  private static final int COPY_BYTES = 64 * 1024;

  private final String name;
  private final Path folder;

  FileDrop(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  @Override
  public void handOver(Handover handover) {
    try {
      drop(handover);
    } catch (IOException e) {
      throw Failures.known(e)
          .orElseGet(
              () ->
                  new GatewayException(
                      ErrorCode.DELIVERY_UNAVAILABLE,
                      "delivery %s cannot write to its folder".formatted(name),
                      e));
    }
  }

  @Override
  public void settled(String deliveryId) {
    try {
      Files.deleteIfExists(mark(deliveryId));
    } catch (IOException e) {
      // an old mark does no harm
      LOG.warn("delivery {}: the mark of {} stays", name, deliveryId);
    }
  }

  private Path mark(String deliveryId) {
    return folder.resolve(WORKSHOP).resolve(FileNames.safe(deliveryId) + READY);
  }

  private void drop(Handover handover) throws IOException {
    var id = handover.deliveryId();
    var workshop = Files.createDirectories(folder.resolve(WORKSHOP));
    var growing = workshop.resolve(FileNames.safe(id));
    var mark = mark(id);
    if (!Files.exists(mark)) {
      delete(growing);
      write(handover, Files.createDirectory(growing));
      Files.createFile(mark);
      force(workshop);
    }
    if (Files.exists(growing)) {
      Files.move(growing, folder.resolve(growing.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      force(folder);
      force(workshop);
    }
  }

  private static void write(Handover handover, Path target) throws IOException {
    var names = FileNames.of(handover);
    write(handover.payload(), target.resolve(names.get(0)));
    for (var i = 0; i < handover.attachments().size(); i++) {
      write(handover.attachments().get(i), target.resolve(names.get(i + 1)));
    }
    try (var channel = create(target.resolve(METADATA))) {
      var json = ByteBuffer.wrap(Metadata.of(handover, names));
      while (json.hasRemaining()) {
        channel.write(json);
      }
      channel.force(true);
    }
    force(target);
  }

  private static void write(HandoverPart part, Path file) throws IOException {
    try (var content = new DigestInputStream(part.content().open(), Sha256.start());
        var channel = create(file)) {
      var out = Channels.newOutputStream(channel);
      var buffer = new byte[COPY_BYTES];
      for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        out.write(buffer, 0, n);
      }
      channel.force(true);
      var written = HexFormat.of().formatHex(content.getMessageDigest().digest());
      if (!written.equals(part.sha256())) {
        throw new GatewayException(
            ErrorCode.PART_DAMAGED, "part " + part.name() + " changed on its way to the file");
      }
    }
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static void force(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> found;
      try (var files = Files.walk(directory)) {
        found = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (var file : found) {
        Files.delete(file);
      }
    }
  }
}
