package de.amtsbote.gateway.entry.xta;

import de.amtsbote.gateway.entry.body.CountedInputStream;
import de.amtsbote.gateway.message.Intake;
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
  private final List<XtaPart> parts = new ArrayList<>();
  private boolean encrypted;
  private long size;

  IncomingContent(Intake intake, long limit) {
    this.intake = intake;
    this.limit = limit;
  }

  @Override
  public void part(boolean message, XtaPart part, InputStream content) throws IOException {
    var octets = new Counted(content);
    var taken =
        message
            ? intake.add(
                PartRole.PAYLOAD,
                name(part, "payload"),
                part.mediaType(),
                DoubleBase64.refuse(octets))
            : intake.add(
                PartRole.ATTACHMENT,
                name(part, "attachment-" + parts.size()),
                part.mediaType(),
                octets);
    if (message && taken.size() == 0) {
      throw new XtaException(XtaError.PARAMETERS_MISSING, "the message is empty");
    }
    parts.add(part);
  }

  @Override
  public void encrypted(InputStream xml) throws IOException {
    encrypted = true;
    intake.add(PartRole.PAYLOAD, "encrypted", SEALED, new Counted(xml));
  }

  private static String name(XtaPart part, String otherwise) {
    return part.filename() == null ? otherwise : part.filename();
  }

  /** What was said of the parts, the message first. */
  List<XtaPart> parts() {
    return parts;
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
    }
  }
}
