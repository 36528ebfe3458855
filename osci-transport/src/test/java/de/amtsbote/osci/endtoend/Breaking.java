package de.amtsbote.osci.endtoend;

import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.transport.TransportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** A line on which answers get one wrong bit, from a given moment on. */
final class Breaking implements OsciTransport {

  private final OsciTransport line;
  private boolean broken;

  Breaking(OsciTransport line) {
    this.line = line;
  }

  void breakAnswers() {
    broken = true;
  }

  @Override
  public InputStream exchange(URI supplier, MessageBody message) throws TransportException {
    try (var answer = line.exchange(supplier, message)) {
      var octets = answer.readAllBytes();
      if (broken) {
        octets[octets.length - 300] ^= 1;
      }
      return new ByteArrayInputStream(octets);
    } catch (TransportException e) {
      throw e;
    } catch (IOException e) {
      throw new TransportException(TransportException.Fate.UNCLEAR, "line broken", e);
    }
  }
}
