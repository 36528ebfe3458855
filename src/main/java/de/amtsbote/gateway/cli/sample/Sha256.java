package de.amtsbote.gateway.cli.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fingerprints by which the demo compares what was sent with what arrived. */
public final class Sha256 {

  private Sha256() {}

  public static String of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  public static String of(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Reads the stream to its end without keeping it. */
  public static String of(InputStream in) throws IOException {
    Sink sink = new Sink();
    in.transferTo(sink);
    return sink.fingerprint();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Takes bytes and keeps nothing but their fingerprint. */
  public static final class Sink extends DigestOutputStream {

    public Sink() {
      super(OutputStream.nullOutputStream(), digest());
    }

    public String fingerprint() {
      return HexFormat.of().formatHex(getMessageDigest().digest());
    }
  }
}
