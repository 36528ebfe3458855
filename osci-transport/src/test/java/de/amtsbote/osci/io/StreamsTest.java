package de.amtsbote.osci.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

  @Test
  void streamWithoutEnd_isCopiedUpToTheLimit() throws IOException {
    assertThat(Streams.copy(new Endless(), copy, 100_000)).isEqualTo(100_000);
    assertThat(copy.size()).isEqualTo(100_000);
  }

  @Test
  void shortStream_isCopiedToItsEnd() throws IOException {
    assertThat(Streams.copy(new ByteArrayInputStream(new byte[10]), copy, 11)).isEqualTo(10);
  }

  private static final class Endless extends InputStream {

    @Override
    public int read() {
      return 1;
    }
  }
}
