package de.amtsbote.gateway.entry.xta.fetch;

import de.amtsbote.gateway.xta.XtaPart;
import de.amtsbote.gateway.xta.XtaSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Content that is here already. */
final class Discarded implements XtaSink {

  @Override
  public void part(boolean message, XtaPart part, InputStream content) throws IOException {
    content.transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public void encrypted(InputStream xml) throws IOException {
    xml.transferTo(OutputStream.nullOutputStream());
  }
}
