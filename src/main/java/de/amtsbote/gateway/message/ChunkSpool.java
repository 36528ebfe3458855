package de.amtsbote.gateway.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Holds sealed chunks between their arrival and the one short transaction that stores them, so that
 * a slow sender holds no database connection. Small messages stay in memory; the file of a large
 * one holds only ciphertext whose key is nowhere on disk, and vanishes with the process.
 */
final class ChunkSpool implements Closeable {

  private static final int MEMORY_LIMIT = 1024 * 1024;

  private final Path directory;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private FileChannel file;

  ChunkSpool(Path directory) {
    this.directory = directory;
  }

  void append(byte[] held) throws IOException {
    if (file == null && memory.size() + held.length > MEMORY_LIMIT) {
      file = newFile();
      write(memory.toByteArray());
      memory = null;
    }
    if (file == null) {
      memory.writeBytes(held);
    } else {
      write(held);
    }
  }

  /** All chunks in the order in which they came. */
  InputStream content() throws IOException {
    if (file == null) {
      return new ByteArrayInputStream(memory.toByteArray());
    }
    file.position(0);
    return Channels.newInputStream(file);
  }

  /** A chunk on its own. */
  byte[] read(long position, int length) throws IOException {
    if (file == null) {
      return Arrays.copyOfRange(memory.toByteArray(), (int) position, (int) position + length);
    }
    var buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the spool is shorter than what was put in");
      }
    }
    return buffer.array();
  }

  @Override
  public void close() throws IOException {
    memory = null;
    if (file != null) {
      file.close();
    }
  }

  private FileChannel newFile() throws IOException {
    Files.createDirectories(directory);
    var path = Files.createTempFile(directory, "intake", ".held");
    // on POSIX the name is gone as soon as the file is open: not even kill -9 leaves it behind
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private void write(byte[] bytes) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }
}
