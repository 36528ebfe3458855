package de.amtsbote.xoev;

import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.validation.ValidationOptions;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;

/** XDemo, installed once for all tests of this module, and ways to spoil its messages. */
public final class Demo {

  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private static final class Holder {
    static final Xoev XOEV = installed();
  }

  private Demo() {}

  private static Xoev installed() {
    try {
      Path standards = Files.createTempDirectory("xdemo-standards-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(standards)));
      XDemo.installInto(standards);
      return Xoev.open(standards, CLOCK);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public static Xoev xoev() {
    return Holder.XOEV;
  }

  /** The smallest valid application. */
  public static String message() {
    return text("0100/minimal.xml");
  }

  public static String text(String sample) {
    try (InputStream in = XDemo.sample("1.0", sample).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public static ValidationReport validate(String message) throws IOException {
    return validate(message.getBytes(StandardCharsets.UTF_8));
  }

  public static ValidationReport validate(byte[] message) throws IOException {
    return validate(Content.of(message), ValidationOptions.ALL);
  }

  public static ValidationReport validate(Content message, ValidationOptions options)
      throws IOException {
    return xoev().validate(message, options);
  }

  /** A message whose middle is made while it is read: nothing of that size is ever in memory. */
  public static Content endless(String before, String repeated, long times, String after) {
    return () ->
        new SequenceInputStream(
            Collections.enumeration(
                Arrays.asList(stream(before), new Repeating(repeated, times), stream(after))));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Everything up to and including the first occurrence. */
  public static String until(String mark) {
    String message = message();
    return message.substring(0, message.indexOf(mark) + mark.length());
  }

  /** Everything from the first occurrence on. */
  public static String from(String mark) {
    String message = message();
    return message.substring(message.indexOf(mark));
  }

  private static final class Repeating extends InputStream {

    private final byte[] bytes;
    private long left;
    private int at;

    Repeating(String text, long times) {
      bytes = text.getBytes(StandardCharsets.UTF_8);
      left = bytes.length * times;
    }

    @Override
    public int read() {
      if (left == 0) {
        return -1;
      }
      left--;
      int next = bytes[at] & 0xFF;
      at = (at + 1) % bytes.length;
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int count = (int) Math.min(length, left);
      for (int i = 0; i < count; i++) {
        buffer[offset + i] = bytes[at];
        at = at + 1 == bytes.length ? 0 : at + 1;
      }
      left -= count;
      return count;
    }
  }
}
