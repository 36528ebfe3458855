package de.amtsbote.xoev.benchmark;

import de.amtsbote.xoev.engine.Xoev;
import de.amtsbote.xoev.install.InstallOptions;
import de.amtsbote.xoev.install.StandardInstaller;
import de.amtsbote.xoev.standard.StandardPackage;
import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Messages to measure with, and the installed standard they belong to.
 *
 * @param xoev an engine with that standard only
 * @param standard the standard
 * @param documents the messages, all valid
 */
record Corpus(Xoev xoev, StandardPackage standard, List<byte[]> documents) {

  private static final Path OFFICIAL = Path.of("../../shared/xoev/standards");

  static Corpus of(String name) throws IOException {
    Path standards = Files.createTempDirectory("benchmark-standards-");
    List<byte[]> documents = new ArrayList<>();
    if (name.startsWith("xdemo")) {
      XDemo.installInto(standards);
      documents.add(demo(name));
    } else {
      Path delivery = OFFICIAL.resolve(name);
      if (!Files.isDirectory(delivery)) {
        throw new IllegalStateException("skipped: no official standard at " + delivery);
      }
      new StandardInstaller(standards).install(delivery, InstallOptions.DEFAULT);
      try (var files = Files.walk(delivery.resolve("samples"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
          documents.add(Files.readAllBytes(file));
        }
      }
    }
    Xoev xoev = Xoev.open(standards, Clock.systemUTC());
    return new Corpus(xoev, xoev.catalog().packages().get(0), documents);
  }

  private static byte[] demo(String name) throws IOException {
    return switch (name) {
      case "xdemo-10k" -> people().getBytes(StandardCharsets.UTF_8);
      case "xdemo-10m" -> rejection().getBytes(StandardCharsets.UTF_8);
      default -> longText(20_000);
    };
  }

  /** An application with 20 people and as many attachments as make 10 KiB. */
  private static String people() throws IOException {
    String full = sample("0100/full.xml");
    String mark = "  <xd:wohnungsgeber>";
    int from = full.indexOf("  <xd:mitziehend>");
    String person = full.substring(from, full.indexOf(mark)).repeat(9);
    String message = full.replace(mark, person + mark);
    String end = "</xd:anlage>\n";
    String attachment =
        message.substring(message.indexOf("  <xd:anlage>"), message.indexOf(end) + end.length());
    int more = (10_240 - message.length()) / attachment.length();
    return message.replace(attachment, attachment.repeat(1 + more));
  }

  /** A rejection that carries an original of 7.5 MiB, 10 MiB as base64. */
  private static String rejection() throws IOException {
    String original = Base64.getEncoder().encodeToString(new byte[7_864_320]);
    return sample("0990/full.xml").replaceFirst("<xd:original>[^<]*", "<xd:original>" + original);
  }

  /** An application with one free text of so many characters. */
  static byte[] longText(int characters) throws IOException {
    String words = "Größe, Çeşitli, Ołówek. ";
    String text = words.repeat(1 + characters / words.length()).substring(0, characters);
    String purpose = "<xd:verwendungszweck>" + text + "</xd:verwendungszweck>";
    return sample("0300/minimal.xml")
        .replace("</xd:anzahl>", "</xd:anzahl>" + purpose)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String sample(String name) throws IOException {
    try (InputStream in = XDemo.sample("1.0", name).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
