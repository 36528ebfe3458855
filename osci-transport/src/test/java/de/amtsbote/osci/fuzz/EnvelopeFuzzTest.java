package de.amtsbote.osci.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any octets as the envelope of a message with an attachment: read, or refused by a rule. */
class EnvelopeFuzzTest {

  static Stream<Arguments> seeds() {
    return Seeds.envelopes().stream().map(Arguments::of);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m", maxExecutions = 1_200)
  void octets_areReadOrRefusedByARule(byte[] octets) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(Seeds.HEAD.getBytes(StandardCharsets.UTF_8));
    message.writeBytes(octets);
    message.writeBytes(Seeds.TAIL.getBytes(StandardCharsets.UTF_8));
    Target.readAndOpen(message.toByteArray());
  }
}
