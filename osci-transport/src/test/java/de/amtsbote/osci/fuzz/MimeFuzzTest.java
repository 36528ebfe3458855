package de.amtsbote.osci.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import de.amtsbote.osci.error.Layer;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.io.Streams;
import de.amtsbote.osci.mime.MimeLimits;
import de.amtsbote.osci.mime.MimePart;
import de.amtsbote.osci.mime.MimeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any octets as MIME: read to the end, or refused by a rule. */
class MimeFuzzTest {

  private static final MimeLimits LIMITS = new MimeLimits(1 << 20, 1 << 20, 100);

  static Stream<Arguments> seeds() {
    return Seeds.messages().stream().map(Arguments::of);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m", maxExecutions = 20_000)
  void octets_areReadOrRefusedByARule(byte[] octets) throws IOException {
    try {
      MimeReader reader = new MimeReader(new ByteArrayInputStream(octets), LIMITS);
      for (MimePart part = reader.next(); part != null; part = reader.next()) {
        Streams.copy(part.body(), OutputStream.nullOutputStream());
      }
    } catch (OsciException e) {
      if (e.error().layer() == Layer.INTERNAL) {
        throw e;
      }
    }
  }
}
