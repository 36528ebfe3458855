package de.amtsbote.osci.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any octets as content package, where signatures, encrypted data and keys are: opened, or refused
 * by a rule.
 */
class SecurityFuzzTest {

  static Stream<Arguments> seeds() {
    return Seeds.contents().stream().map(Arguments::of);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m", maxExecutions = 600)
  void octets_areOpenedOrRefusedByARule(byte[] octets) throws IOException {
    String content = new String(octets, StandardCharsets.ISO_8859_1);
    Target.readAndOpen(Seeds.messageAround(content).getBytes(StandardCharsets.ISO_8859_1));
  }
}
