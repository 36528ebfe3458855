package de.amtsbote.osci.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory does not grow with the message. {@code -Damtsbote.large=1024 -Damtsbote.heap=256} is the
 * promise of the product: 1 GiB through client, intermediary and client in 256 MiB.
 */
class LargeAttachmentTest {

  private static final int MEGABYTES = Integer.getInteger("amtsbote.large", 100);
  private static final int HEAP = Integer.getInteger("amtsbote.heap", 64);

  @TempDir Path folder;

  @Test
  void attachmentLargerThanTheHeap_arrivesUnchanged() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var log = folder.resolve("log").toFile();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx" + HEAP + "m",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                LargeAttachment.class.getName(),
                Integer.toString(MEGABYTES))
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
