package de.amtsbote.acceptance.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;

/** Applications in the demo standard, each with a UUID of its own, so that no two are alike. */
public final class Applications {

  /** Personal data that stands in every application and must stand in no log. */
  public static final String FAMILY_NAME = "Łużyński";

  private static final Path SAMPLES =
      Path.of("xoev-bindings", "src", "main", "xdemo", "1.1", "samples");

  private Applications() {}

  /** To the Meldebehörde, whose Fachverfahren is reached by HTTP. */
  public static byte[] valid() {
    return sample("0100/minimal.xml");
  }

  /** To an authority that is known but cannot be sent to, so that an operator has to act. */
  public static byte[] forAnOperator() {
    return new String(valid(), StandardCharsets.UTF_8)
        .replace("mbe:99001001", "mbe:99009999")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** To the Gewerbeamt, whose Fachverfahren looks into a folder. */
  public static byte[] forTheFolder() {
    return sample("0200/minimal.xml");
  }

  public static byte[] breaksTheSchema() {
    return sample("0200/broken-missing.xml");
  }

  public static byte[] forUnknownAuthority() {
    return sample("special/unknown-authority.xml");
  }

  /** Names a PDF; send {@link #attachment()} along. */
  public static byte[] withAttachment() {
    return sample("0300/full.xml");
  }

  /** Bytes of no meaning under the name of a PDF; new ones each time. */
  public static byte[] attachment() {
    byte[] noise = new byte[100_000];
    new Random().nextBytes(noise);
    return noise;
  }

  /** With its seconds, also when they are zero. */
  private static String now() {
    OffsetDateTime now = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now);
  }

  private static byte[] sample(String name) {
    try {
      return Files.readString(SAMPLES.resolve(name))
          .replaceFirst("<nachrichtenUUID>[^<]*", "<nachrichtenUUID>" + UUID.randomUUID())
          .replaceFirst("<erstellungszeitpunkt>[^<]*", "<erstellungszeitpunkt>" + now())
          .replaceFirst(" test=\"[^\"]*\"", "")
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
