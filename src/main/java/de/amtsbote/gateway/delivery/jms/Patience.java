package de.amtsbote.gateway.delivery.jms;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a connection when nothing more of a message goes out for too long: the client of the broker
 * would wait for ever for room in a queue.
 */
final class Patience implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
  private static final ScheduledExecutorService LOOKS =
      Executors.newSingleThreadScheduledExecutor(
          look -> {
            var thread = new Thread(look, "jms-patience");
            thread.setDaemon(true);
            return thread;
          });

  private final Connection connection;
  private final long longest;
  private final ScheduledFuture<?> looks;
  private volatile long last = System.nanoTime();
  private volatile boolean ended;

  Patience(Connection connection, Duration longest) {
    this.connection = connection;
    this.longest = longest.toNanos();
    var pause = Math.max(1, longest.toMillis() / 4);
    this.looks = LOOKS.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  /** The same content; reading it shows that it goes on. */
  InputStream watched(InputStream content) {
    return new FilterInputStream(content) {

      @Override
      public int read() throws IOException {
        last = System.nanoTime();
        return in.read();
      }

      @Override
      public int read(byte[] octets, int offset, int length) throws IOException {
        last = System.nanoTime();
        return in.read(octets, offset, length);
      }
    };
  }

  private void look() {
    if (!ended && System.nanoTime() - last > longest) {
      ended = true;
      // closing can take as long as everything else
      new Thread(this::end, "jms-end").start();
    }
  }

  private void end() {
    try {
      connection.close();
    } catch (JMSException e) {
      LOG.debug("A connection that stood still was lost already", e);
    }
  }

  @Override
  public void close() {
    looks.cancel(false);
  }
}
