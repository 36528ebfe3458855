package de.amtsbote.gateway.cli.demo;

import de.amtsbote.gateway.cli.demo.Expectation.Delivered;
import de.amtsbote.gateway.cli.demo.Expectation.Duplicate;
import de.amtsbote.gateway.cli.demo.Expectation.Rejected;
import de.amtsbote.gateway.cli.sample.Sample;
import de.amtsbote.gateway.cli.sample.SampleMessage;
import de.amtsbote.gateway.cli.town.Landscape;
import de.amtsbote.gateway.message.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The dozen applications of the demo, each with what must become of it. */
final class SampleApplications {

  private static final int SMALL_PDF = 50_000;
  private static final int LARGE_PDF = 3_000_000;
  private static final Expectation TO_REGISTER = new Delivered(Landscape.REGISTER);
  private static final Expectation TO_TRADE = new Delivered(Landscape.TRADE);

  private final SampleMessage template;
  private final List<Application> applications = new ArrayList<>();

  private SampleApplications(Path folder, Clock clock) {
    this.template = new SampleMessage(folder, clock);
  }

  /** Writes messages and attachments into the folder, new ones each time. */
  static List<Application> write(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    SampleApplications samples = new SampleApplications(folder, clock);
    samples.add("Ummeldung", "1.1", "0100/minimal.xml", TO_REGISTER);
    samples.add("Ummeldung with everything optional", "1.1", "0100/full.xml", TO_REGISTER);
    samples.add("Ummeldung of a large family", "1.1", "0100/maximal.xml", TO_REGISTER);
    samples.add("Ummeldung in XDemo 1.0", "1.0", "0100/minimal.xml", TO_REGISTER);
    samples.add("Gewerbeanmeldung", "1.1", "0200/minimal.xml", TO_TRADE);
    samples.add("Gewerbeanmeldung with everything optional", "1.1", "0200/full.xml", TO_TRADE);
    samples.add("Gewerbeanmeldung in XDemo 1.0", "1.0", "0200/full.xml", TO_TRADE);
    samples.add("Meldebescheinigung", "1.1", "0300/minimal.xml", TO_REGISTER);
    samples.add("Meldebescheinigung, PDF of 3 MB", "0300/full.xml", LARGE_PDF, TO_REGISTER);
    samples.add(
        "Gewerbeanmeldung that breaks the schema",
        "1.1",
        "0200/broken-missing.xml",
        new Rejected(ErrorCode.PAYLOAD_INVALID.code()));
    samples.add(
        "Ummeldung for an unknown authority",
        "1.1",
        "special/unknown-authority.xml",
        new Rejected(ErrorCode.READER_UNKNOWN.code()));
    samples.repeatFirst();
    return samples.applications;
  }

  private void add(String title, String version, String sample, Expectation expectation)
      throws IOException {
    add(title, template.write(title, version, sample, SMALL_PDF), expectation);
  }

  private void add(String title, String sample, int pdf, Expectation expectation)
      throws IOException {
    add(title, template.write(title, "1.1", sample, pdf), expectation);
  }

  private void add(String title, Sample sample, Expectation expectation) {
    applications.add(
        new Application(title, sample.payload(), sample.attachments(), sample.uuid(), expectation));
  }

  private void repeatFirst() {
    Application first = applications.get(0);
    applications.add(
        new Application(
            first.title() + ", sent a second time",
            first.payload(),
            first.attachments(),
            first.idempotencyKey(),
            new Duplicate()));
  }
}
