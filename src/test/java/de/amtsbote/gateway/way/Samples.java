package de.amtsbote.gateway.way;

import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/** Messages and attachments to send. */
final class Samples {

  private Samples() {}

  /** A sample of XDemo with an id of its own, so that no two tests send the same message. */
  static byte[] xdemo(String name) throws IOException {
    try (var in = XDemo.sample("1.0", name).open()) {
      return fresh(in.readAllBytes());
    }
  }

  /** The message with another id. */
  static byte[] fresh(byte[] message) {
    return new String(message, StandardCharsets.UTF_8)
        .replaceFirst("<nachrichtenUUID>[^<]*", "<nachrichtenUUID>" + UUID.randomUUID())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Bytes that no compression and no character set survives unnoticed. */
  static byte[] noise(int size) {
    var octets = new byte[size];
    new Random(size).nextBytes(octets);
    return octets;
  }
}
