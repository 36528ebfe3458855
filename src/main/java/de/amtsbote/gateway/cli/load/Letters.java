package de.amtsbote.gateway.cli.load;

import de.amtsbote.gateway.cli.sample.Attachment;
import de.amtsbote.gateway.cli.sample.Sample;
import de.amtsbote.gateway.cli.sample.SampleMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes messages out of one, each with a message UUID of its own. */
final class Letters {

  private static final Pattern MESSAGE_UUID =
      Pattern.compile("(<(?:[\\w.-]+:)?nachrichtenUUID(?:\\s[^>]*)?>)[^<]*");

  /** Below this size there is no room for an attachment. */
  private static final long ROOM_FOR_ATTACHMENT = 6 * 1024L;

  private final List<Template> templates;
  private int made;

  private record Template(String text, List<Attachment> attachments, long size) {}

  private Letters(List<Template> templates) {
    this.templates = List.copyOf(templates);
  }

  /**
   * Applications in the demo standard.
   *
   * @param folder for the attachment, which all of them share
   * @param size of payload and attachment together, reached within a few KiB; the smallest
   *     application when there is no room for an attachment
   */
  static Letters ofTheDemoStandard(Path folder, Clock clock, long size) throws IOException {
    SampleMessage samples = new SampleMessage(folder, clock);
    if (size < ROOM_FOR_ATTACHMENT) {
      return of(samples.write("Load", "1.1", "0100/minimal.xml", 0));
    }
    Sample probe = samples.write("Load", "1.1", "0300/full.xml", 0);
    long rest = size - Files.size(probe.payload());
    return of(samples.write("Load", "1.1", "0300/full.xml", Math.toIntExact(rest)));
  }

  /**
   * Copies of files, taken in turn; where one has a message UUID, each copy gets one of its own.
   *
   * @param attachments go along with every message
   */
  static Letters of(List<Path> payloads, List<Attachment> attachments) throws IOException {
    List<Template> templates = new ArrayList<>();
    for (Path payload : payloads) {
      templates.add(template(new Sample(payload, attachments, "")));
    }
    return new Letters(templates);
  }

  private static Letters of(Sample sample) throws IOException {
    return new Letters(List.of(template(sample)));
  }

  private static Template template(Sample sample) throws IOException {
    String text = Files.readString(sample.payload(), StandardCharsets.UTF_8);
    return new Template(text, sample.attachments(), size(sample));
  }

  /** A new message. */
  Letter next() {
    Template template = templates.get(made++ % templates.size());
    String uuid = UUID.randomUUID().toString();
    String text = MESSAGE_UUID.matcher(template.text()).replaceFirst("$1" + uuid);
    return new Letter(uuid, text.getBytes(StandardCharsets.UTF_8), template.attachments());
  }

  /** Bytes of payload and attachments; the mean of several files. */
  long size() {
    return templates.stream().mapToLong(Template::size).sum() / templates.size();
  }

  private static long size(Sample sample) throws IOException {
    long size = Files.size(sample.payload());
    for (Attachment attachment : sample.attachments()) {
      size += Files.size(attachment.content());
    }
    return size;
  }
}
