package de.amtsbote.osci.transport;

import java.io.InputStream;
import java.net.URI;

/** Carries one message to a supplier and brings the answer. Safe for use by many threads. */
public interface OsciTransport {

  /**
   * Sends a message and waits for the answer; both are streamed.
   *
   * @return the octets of the answer; the caller closes the stream
   * @throws TransportException if there is no answer, saying whether the message may have arrived
   */
  InputStream exchange(URI supplier, MessageBody message) throws TransportException;
}
