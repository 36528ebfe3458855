package de.amtsbote.gateway.cli.sample;

import de.amtsbote.xoev.xdemo.XDemo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a message of today out of a sample: own UUID, own time, and the PDFs that it names. */
public final class SampleMessage {

  private static final Pattern ATTACHMENT =
      Pattern.compile("<xd:anlage>.*?</xd:anlage>", Pattern.DOTALL);
  private static final Pattern FILE_NAME = element("xd:dateiname");

  private final Path folder;
  private final Clock clock;

  /** Writes into the folder. */
  public SampleMessage(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes a sample of the demo standard as a message of today.
   *
   * @param pdfSize approximate length of each PDF that the sample names, in bytes
   */
  public Sample write(String title, String version, String sample, int pdfSize) throws IOException {
    String uuid = UUID.randomUUID().toString();
    String text = text(version, sample);
    List<Attachment> attachments = new ArrayList<>();
    Matcher named = ATTACHMENT.matcher(text);
    StringBuilder message = new StringBuilder();
    while (named.find()) {
      Attachment pdf = pdf(uuid, attachments.size() + 1 + "-" + fileName(named), title, pdfSize);
      attachments.add(pdf);
      named.appendReplacement(message, Matcher.quoteReplacement(described(named.group(), pdf)));
    }
    named.appendTail(message);
    Path payload = folder.resolve(uuid + ".xml");
    Files.writeString(payload, ofToday(message.toString(), uuid));
    return new Sample(payload, attachments, uuid);
  }

  /** The test mark goes: the demo shows how real applications are treated. */
  private String ofToday(String message, String uuid) {
    OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now);
    return with(with(message, "nachrichtenUUID", uuid), "erstellungszeitpunkt", time)
        .replaceFirst(" test=\"[^\"]*\"", "");
  }

  private Attachment pdf(String uuid, String name, String title, int size) throws IOException {
    Path file = Files.createDirectories(folder.resolve(uuid)).resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      SamplePdf.write(out, title, size);
    }
    return new Attachment(name, "application/pdf", file);
  }

  private static String described(String element, Attachment pdf) throws IOException {
    String size = String.valueOf(Files.size(pdf.content()));
    return with(
        with(with(element, "xd:dateiname", pdf.name()), "xd:groesse", size),
        "xd:pruefsumme",
        Fingerprint.of(pdf.content()));
  }

  private static String fileName(MatchResult attachment) {
    Matcher name = FILE_NAME.matcher(attachment.group());
    return name.find() ? name.group(1) : "Anlage.pdf";
  }

  private static String text(String version, String sample) throws IOException {
    try (InputStream in = XDemo.sample(version, sample).open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String with(String xml, String element, String value) {
    return element(element)
        .matcher(xml)
        .replaceFirst("<" + element + ">" + Matcher.quoteReplacement(value) + "</" + element + ">");
  }

  private static Pattern element(String name) {
    return Pattern.compile("<" + name + ">([^<]*)</" + name + ">");
  }
}
