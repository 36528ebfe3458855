package de.amtsbote.osci.trust;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A network with known answers; any other address is unreachable. */
final class RecordedResponses implements RevocationFetcher {

  private final Map<URI, byte[]> answers = new HashMap<>();
  private int requests;

  void answer(String uri, byte[] answer) {
    answers.put(URI.create(uri), answer);
  }

  int requests() {
    return requests;
  }

  @Override
  public byte[] get(URI crl) throws IOException {
    requests++;
    if (!answers.containsKey(crl)) {
      throw new IOException("unreachable");
    }
    return answers.get(crl);
  }

  @Override
  public byte[] post(URI responder, byte[] ocspRequest) throws IOException {
    return get(responder);
  }
}
