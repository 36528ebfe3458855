package de.amtsbote.osci.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that holds one spool file only. */
final class OwnFile implements Storage {

  private final Path path;
  private final FileChannel channel;

  OwnFile(Path path) throws IOException {
    this.path = path;
    try {
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw new SpoolException("A spool file cannot be opened", e);
    }
  }

  @Override
  public void write(byte[] octets, int count, long position) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(octets, 0, count);
    while (left.hasRemaining()) {
      channel.write(left, position + left.position());
    }
  }

  @Override
  public int read(byte[] target, long position) throws IOException {
    ByteBuffer octets = ByteBuffer.wrap(target);
    while (octets.hasRemaining() && channel.read(octets, position + octets.position()) > 0) {
      continue;
    }
    return octets.position();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }
}
