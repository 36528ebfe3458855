package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.entry.body.CountedInputStream;
import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.Part;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.xta.XtaError;
import de.amtsbote.gateway.xta.XtaException;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Streams the content of a message into an intake, up to the limit of the standard. */
final class IncomingContent implements XtaSink {

  private static final String SEALED = "application/xml";

  private final Intake intake;
  private final long limit;
  private final ServiceProfile profile;
  private final List<XtaPart> parts = new ArrayList<>();
  private final List<Part> attachments = new ArrayList<>();
  private boolean encrypted;
  private long size;

  IncomingContent(Intake intake, long limit, ServiceProfile profile) {
    this.intake = intake;
    this.limit = limit;
    this.profile = profile;
  }

  @Override
  public void part(boolean message, XtaPart part, InputStream content) throws IOException {
    profile.require(parts.size(), part);
    try (var octets = new Counted(content)) {
      if (message) {
        payload(part, DoubleBase64.refuse(octets));
      } else {
        var name = name(part, "attachment-" + parts.size());
        attachments.add(intake.add(PartRole.ATTACHMENT, name, part.mediaType(), octets));
      }
    }
    parts.add(part);
  }

  private void payload(XtaPart part, InputStream octets) throws IOException {
    var taken = intake.add(PartRole.PAYLOAD, name(part, "payload"), part.mediaType(), octets);
    if (taken.size() == 0) {
      throw new XtaException(XtaError.PARAMETERS_MISSING, "the message is empty");
    }
  }

  @Override
  public void encrypted(InputStream xml) throws IOException {
    encrypted = true;
    intake.addClosed(PartRole.PAYLOAD, "encrypted", SEALED, new Counted(xml));
  }

  private static String name(XtaPart part, String otherwise) {
    return part.filename() == null ? otherwise : part.filename();
  }

  /** What was said of the parts, the message first. */
  List<XtaPart> parts() {
    return parts;
  }

  /** The attachments as they are stored. */
  List<Part> attachments() {
    return attachments;
  }

  /** Whether the author sealed the content for the reader. */
  boolean isEncrypted() {
    return encrypted;
  }

  private final class Counted extends CountedInputStream {

    Counted(InputStream in) {
      super(in);
    }

    @Override
    protected void count(long octets) {
      size += octets;
      if (size > limit) {
        throw new XtaException(
            XtaError.TOO_LARGE, "the content is larger than %d bytes".formatted(limit));
      }
      profile.require(size);
    }
  }
}
