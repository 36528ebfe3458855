package de.amtsbote.gateway.delivery.drop;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A folder of this machine, or one that it has mounted. */
final class LocalPlace implements DropPlace {

  private final Path folder;

  LocalPlace(Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean exists(String path) {
    return Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void ensureFolder(String path) throws IOException {
    Files.createDirectories(folder.resolve(path));
  }

  @Override
  public OutputStream create(String file) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new FilterOutputStream(Channels.newOutputStream(channel)) {

      @Override
      public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
      }

      @Override
      public void close() throws IOException {
        try (channel) {
          if (channel.isOpen()) {
            channel.force(true);
          }
        }
      }
    };
  }

  @Override
  public void force(String path) throws IOException {
    try (var channel = FileChannel.open(folder.resolve(path), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    var target = folder.resolve(to);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException(to + " is there already");
    }
    Files.move(folder.resolve(from), target, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String file) throws IOException {
    Files.deleteIfExists(folder.resolve(file));
  }

  @Override
  public void deleteFolder(String path) throws IOException {
    var directory = folder.resolve(path);
    if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      List<Path> found;
      try (var files = Files.walk(directory)) {
        found = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (var file : found) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public List<Item> list(String path) throws IOException {
    var items = new ArrayList<Item>();
    try (var files = Files.newDirectoryStream(folder.resolve(path))) {
      for (var file : files) {
        try {
          var seen =
              Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          items.add(
              new Item(
                  file.getFileName().toString(),
                  !seen.isRegularFile(),
                  seen.size(),
                  seen.lastModifiedTime().toString()));
        } catch (NoSuchFileException e) {
          // the procedure took it away in this very moment
        }
      }
    }
    return items;
  }

  @Override
  public byte[] read(String file, int most) throws IOException {
    try (var content = Files.newInputStream(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
      return content.readNBytes(most);
    }
  }

  @Override
  public void close() {
    // nothing is held
  }
}
