package de.amtsbote.osci.endtoend;

import de.amtsbote.osci.transport.MessageBody;
import de.amtsbote.osci.transport.OsciTransport;
import de.amtsbote.osci.transport.TransportException;
import de.amtsbote.osci.transport.TransportException.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** A line that loses single requests or answers, counted from 1. */
final class Flaky implements OsciTransport {

  private final OsciTransport line;
  private final Set<Integer> requests = new HashSet<>();
  private final Set<Integer> answers = new HashSet<>();
  private int count;

  Flaky(OsciTransport line) {
    this.line = line;
  }

  Flaky losingRequest(int number) {
    requests.add(number);
    return this;
  }

  Flaky losingAnswer(int number) {
    answers.add(number);
    return this;
  }

  int count() {
    return count;
  }

  @Override
  public InputStream exchange(URI supplier, MessageBody message) throws TransportException {
    count++;
    if (requests.contains(count)) {
      throw new TransportException(Fate.NOT_SENT, "the request got lost");
    }
    var answer = line.exchange(supplier, message);
    if (answers.contains(count)) {
      try {
        answer.close();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      throw new TransportException(Fate.UNCLEAR, "the answer got lost");
    }
    return answer;
  }
}
