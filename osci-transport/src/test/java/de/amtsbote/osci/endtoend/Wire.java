package de.amtsbote.osci.endtoend;

import de.amtsbote.osci.endpoint.OsciEndpoint;
import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.transport.TransportException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Carries messages to endpoints of the same process and remembers them. */
final class Wire implements OsciTransport {

  private final Map<URI, OsciEndpoint> endpoints;
  private final List<byte[]> requests = Collections.synchronizedList(new ArrayList<>());
  private final Set<URI> cut = new HashSet<>();
  private int lost;

  Wire(Map<URI, OsciEndpoint> endpoints) {
    this.endpoints = endpoints;
  }

  /** From now on nobody is there. */
  void cut(URI address) {
    cut.add(address);
  }

  void join(URI address) {
    cut.remove(address);
  }

  /** How many messages found nobody. */
  int lost() {
    return lost;
  }

  List<byte[]> requests() {
    return requests;
  }

  @Override
  public InputStream exchange(URI supplier, MessageBody message) throws TransportException {
    var endpoint = endpoints.get(supplier);
    if (endpoint == null || cut.contains(supplier)) {
      lost++;
      throw new TransportException(TransportException.Fate.NOT_SENT, "unknown host");
    }
    try (var in = message.open()) {
      var request = in.readAllBytes();
      requests.add(request);
      return new ByteArrayInputStream(answer(endpoint, request));
    } catch (IOException e) {
      throw new TransportException(TransportException.Fate.UNCLEAR, "wire cut", e);
    }
  }

  static byte[] answer(OsciEndpoint endpoint, byte[] request) throws IOException {
    try (var answer = endpoint.handle(new ByteArrayInputStream(request))) {
      var octets = new ByteArrayOutputStream();
      answer.writeTo(octets);
      return octets.toByteArray();
    }
  }
}
