package de.amtsbote.gateway.fitconnect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer, which is closed under its reader when its time is over: the time-out of a
 * request ends with the head, and a sender that just stops would else hold the reader for ever.
 */
final class BodyInTime extends FilterInputStream {

  private final CompletableFuture<Void> end = new CompletableFuture<>();

  BodyInTime(InputStream in, Duration limit) {
    super(in);
    end.whenCompleteAsync((done, late) -> cutOff(late != null));
    end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void cutOff(boolean late) {
    if (late) {
      try {
        in.close();
      } catch (IOException e) {
        // whoever reads it hears of it
      }
    }
  }

  @Override
  public void close() throws IOException {
    end.complete(null);
    super.close();
  }
}
