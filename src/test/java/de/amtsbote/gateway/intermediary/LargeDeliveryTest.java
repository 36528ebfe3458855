package de.amtsbote.gateway.intermediary;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestDatabase;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Memory of the intermediary does not grow with the message. {@code -Damtsbote.large=1024
 * -Damtsbote.heap=256} is the promise of the product.
 */
class LargeDeliveryTest {

  private static final int MEGABYTES = Integer.getInteger("amtsbote.large", 70);
  private static final int HEAP = Integer.getInteger("amtsbote.heap", 64);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"whole", "chunks"})
  void attachmentLargerThanTheHeap_arrivesUnchanged(String how) throws Exception {
    var log = folder.resolve("log").toFile();
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                LargeDelivery.class.getName(),
                TestDatabase.freshUrl(),
                Integer.toString(MEGABYTES),
                how,
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(log).content().doesNotContain("Exception", "OutOfMemoryError");
    assertThat(process.exitValue()).isZero();
  }
}
