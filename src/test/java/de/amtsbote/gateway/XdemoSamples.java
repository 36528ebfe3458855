package de.amtsbote.gateway;

import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Messages of the demo standard. */
public final class XdemoSamples {

  private XdemoSamples() {}

  /** A valid message with this UUID. */
  public static String message(UUID uuid) throws IOException {
    try (var in = XDemo.sample("1.0", "0200/minimal.xml").open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst("<nachrichtenUUID>[^<]*", "<nachrichtenUUID>" + uuid);
    }
  }
}
