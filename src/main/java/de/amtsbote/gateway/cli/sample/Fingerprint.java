package de.amtsbote.gateway.cli.sample;

import de.amtsbote.gateway.message.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/** Fingerprints by which the demo compares what was sent with what arrived. */
public final class Fingerprint {

  private Fingerprint() {}

  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  public static String of(String text) {
    return Sha256.hex(text);
  }

  /** Reads the stream to its end without keeping it. */
  public static String of(InputStream in) throws IOException {
    Sink sink = new Sink();
    in.transferTo(sink);
    return sink.fingerprint();
  }

  /** Takes bytes and keeps nothing but their fingerprint. */
  public static final class Sink extends DigestOutputStream {

    public Sink() {
      super(OutputStream.nullOutputStream(), Sha256.start());
    }

    public String fingerprint() {
      return HexFormat.of().formatHex(getMessageDigest().digest());
    }
  }
}
