package de.amtsbote.gateway;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that speaks clamd's INSTREAM and knows one signature. */
public final class TestClamd {

  /** What it finds. */
  public static final String SIGNATURE = "HARMLESS-TEST-FILE-OF-A-SCANNER";

  /** What it cannot judge. */
  public static final String TOO_MUCH = "MORE-THAN-A-SCANNER-TAKES";

  private static final ServerSocket SERVER = started();

  private TestClamd() {}

  /** Where it listens. */
  public static int port() {
    return SERVER.getLocalPort();
  }

  private static ServerSocket started() {
    try {
      var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      daemon(() -> serve(server));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "clamd");
    thread.setDaemon(true);
    thread.start();
  }

  private static void serve(ServerSocket server) {
    try {
      while (true) {
        var line = server.accept();
        daemon(() -> answer(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(Socket line) {
    try (line) {
      var in = new DataInputStream(line.getInputStream());
      var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
      var content = new ByteArrayOutputStream();
      for (var size = in.readInt(); size > 0; size = in.readInt()) {
        content.write(in.readNBytes(size));
      }
      var verdict = verdict(content.toString(StandardCharsets.ISO_8859_1));
      var said = "zINSTREAM\0".equals(command) ? verdict : "UNKNOWN COMMAND\0";
      line.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // whoever asked has gone
    }
  }

  private static String verdict(String content) {
    if (content.contains(TOO_MUCH)) {
      return "INSTREAM size limit exceeded. ERROR\0";
    }
    return content.contains(SIGNATURE) ? "stream: Test-Signature FOUND\0" : "stream: OK\0";
  }
}
