package de.amtsbote.osci.mailbox;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A part that a test makes up. */
public record Octets(String name, byte[] octets) implements PartSource {

  public static Octets of(String name, String text) {
    return new Octets(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public long length() {
    return octets.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(octets);
  }
}
