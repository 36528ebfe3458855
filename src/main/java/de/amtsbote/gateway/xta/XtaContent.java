package de.amtsbote.gateway.xta;

import java.io.IOException;
import java.io.InputStream;

/**
 * A part of the content that is to be sent.
 *
 * @param size octets
 */
public record XtaContent(XtaPart part, long size, Source source) {

  /** Opens the octets from their start, as often as asked. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }
}
