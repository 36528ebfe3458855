package de.amtsbote.gateway.delivery.xta;

import de.amtsbote.gateway.message.Intake;
import de.amtsbote.gateway.message.PartRole;
import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaSink;
import java.io.IOException;
import java.io.InputStream;

/** Streams the content of a message from an XTA server into the store. */
public final class IntakeSink implements XtaSink {

  private static final String SEALED = "application/xml";

  private final Intake intake;
  private int attachments;

  /** Fills this intake. */
  public IntakeSink(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void part(boolean message, XtaPart part, InputStream content) throws IOException {
    if (message) {
      intake.add(PartRole.PAYLOAD, name(part, "payload"), part.mediaType(), content);
    } else {
      attachments++;
      var name = name(part, "attachment-" + attachments);
      intake.add(PartRole.ATTACHMENT, name, part.mediaType(), content);
    }
  }

  @Override
  public void encrypted(InputStream xml) throws IOException {
    intake.addClosed(PartRole.PAYLOAD, "encrypted", SEALED, xml);
  }

  private static String name(XtaPart part, String otherwise) {
    return part.filename() == null || part.filename().isBlank() ? otherwise : part.filename();
  }
}
