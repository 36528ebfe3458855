package de.amtsbote.gateway.entry;

import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.message.Sha256;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.xoev.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A message that is looked at and forgotten: the payload lies in a spool file under a key in memory
 * until the look is over, of attachments only size and digest stay.
 */
final class PreflightSample implements AutoCloseable {

  private final Spool spool;
  private final List<Part> parts = new ArrayList<>();
  private SpoolFile payload;

  PreflightSample(Spool spool) {
    this.spool = spool;
  }

  Part add(PartRole role, String name, String mediaType, InputStream content) throws IOException {
    try (var digested = new DigestInputStream(content, Sha256.start())) {
      var size = role == PartRole.PAYLOAD ? keep(digested) : forget(digested);
      var sha256 = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      var part = new Part(parts.size(), role, name, mediaType, size, sha256);
      parts.add(part);
      return part;
    }
  }

  private long keep(InputStream content) throws IOException {
    payload = spool.copyOf(content);
    return payload.length();
  }

  private static long forget(InputStream content) throws IOException {
    return content.transferTo(OutputStream.nullOutputStream());
  }

  InputStream open() throws IOException {
    return payload.open();
  }

  long size() {
    return parts.stream().mapToLong(Part::size).sum();
  }

  List<Attachment> attachments() {
    return parts.stream()
        .filter(it -> it.role() == PartRole.ATTACHMENT)
        .map(PreflightSample::attachment)
        .toList();
  }

  private static Attachment attachment(Part part) {
    var ending = part.name().lastIndexOf('.');
    var id = ending > 0 ? part.name().substring(0, ending) : part.name();
    return new Attachment(id, part.name(), part.mediaType(), part.size(), part.sha256());
  }

  @Override
  public void close() {
    if (payload != null) {
      payload.close();
    }
  }
}
