package de.amtsbote.osci.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimedInputStreamTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
  private final TimedInputStream body =
      new TimedInputStream(
          new ByteArrayInputStream(new byte[100]), Duration.ofSeconds(5), now::get);

  @Test
  void bodyInTime_isReadToItsEnd() throws Exception {
    assertThat(body.readAllBytes()).hasSize(100);
  }

  @Test
  void octetsThatTrickle_areCutOffInTheEnd() throws Exception {
    for (int second = 1; second <= 5; second++) {
      assertThat(body.read()).isZero();
      now.addAndGet(Duration.ofSeconds(1).toNanos());
    }
    now.incrementAndGet();

    assertThatThrownBy(body::read).isInstanceOf(InterruptedIOException.class);
  }
}
