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

  /** Where it hangs up without a word. */
  public static final String GONE = "SCANNER-GOES-AWAY";

  /** What it cannot judge; as clamd it says so at once and hangs up. */
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
      var command = command(in);
      if (command.equals("zPING")) {
        say(line, "PONG\0");
        return;
      }
      var content = new ByteArrayOutputStream();
      for (var size = in.readInt(); size > 0; size = in.readInt()) {
        var piece = in.readNBytes(size);
        content.write(piece);
        if (text(piece).contains(TOO_MUCH)) {
          say(line, "INSTREAM size limit exceeded. ERROR\0");
          return;
        }
      }
      var all = text(content.toByteArray());
      if (all.contains(GONE)) {
        return;
      }
      say(line, "zINSTREAM".equals(command) ? verdict(all) : "UNKNOWN COMMAND\0");
    } catch (IOException e) {
      // whoever asked has gone
    }
  }

  private static String command(DataInputStream in) throws IOException {
    var command = new StringBuilder();
    for (var octet = in.read(); octet > 0; octet = in.read()) {
      command.append((char) octet);
    }
    return command.toString();
  }

  private static void say(Socket line, String words) throws IOException {
    line.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private static String verdict(String content) {
    return content.contains(SIGNATURE) ? "stream: Test-Signature FOUND\0" : "stream: OK\0";
  }
}
