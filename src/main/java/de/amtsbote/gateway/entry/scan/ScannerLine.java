package de.amtsbote.gateway.entry.scan;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A connection to clamd for one content. Whatever is written has a time limit: a socket has none
 * for that, and a clamd that stands still takes what its buffers hold and then nothing.
 */
final class ScannerLine implements Closeable {

  /** Content follows. */
  static final String INSTREAM = "zINSTREAM\0";

  /** Is anybody there? */
  static final String PING = "zPING\0";

  private static final int LONGEST_ANSWER = 1024;

  private final Socket socket;
  private final OutputStream out;
  private final Duration patience;

  private ScannerLine(Socket socket, Duration patience) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.patience = patience;
  }

  /** Connects, and says what is wanted. */
  static ScannerLine open(ScannerProperties settings, String command) throws IOException {
    var socket = new Socket();
    try {
      var address = new InetSocketAddress(settings.host(), settings.port());
      socket.connect(address, Math.toIntExact(settings.timeout().toMillis()));
      socket.setSoTimeout(Math.toIntExact(settings.verdictTimeout().toMillis()));
      var line = new ScannerLine(socket, settings.timeout());
      line.inTime(() -> line.out.write(command.getBytes(StandardCharsets.US_ASCII)));
      return line;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Sends a piece of the content; an empty one ends it. */
  void send(byte[] octets, int offset, int length) throws IOException {
    var head = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    inTime(
        () -> {
          out.write(head);
          out.write(octets, offset, length);
        });
  }

  /** What it says, which ends with a zero octet; empty when it hangs up without a word. */
  String answer() throws IOException {
    var in = socket.getInputStream();
    var said = new StringBuilder();
    for (var octet = in.read(); octet > 0 && said.length() < LONGEST_ANSWER; octet = in.read()) {
      said.append((char) octet);
    }
    return said.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void inTime(Writing writing) throws IOException {
    var end = new CompletableFuture<Void>();
    end.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (done, late) -> {
              if (late != null) {
                hangUp();
              }
            });
    try {
      writing.run();
    } finally {
      end.complete(null);
    }
  }

  /** Ends a write that another thread is in. */
  private void hangUp() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
