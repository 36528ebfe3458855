package de.amtsbote.gateway.xta;

import java.io.IOException;
import java.io.InputStream;

/** Takes the content of a message as it comes in; each stream is to be read before returning. */
public interface XtaSink {

  /** The message, then its attachments in their order. */
  void part(boolean message, XtaPart part, InputStream content) throws IOException;

  /** A container that the author sealed for the reader: its EncryptedData element. */
  void encrypted(InputStream xml) throws IOException;
}
