package de.amtsbote.osci.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.crypto.CryptoProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message much larger than the heap goes through, and leaves nothing behind. */
class SmallHeapTest {

  @TempDir Path folder;

  @Test
  void attachmentAndDataLargerThanTheHeap_comeThrough() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("spool"));
    Path log = folder.resolve("log");

    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx48m",
                "-D"
                    + CryptoProviders.PROPERTY
                    + "="
                    + System.getProperty(CryptoProviders.PROPERTY),
                "-cp",
                System.getProperty("java.class.path"),
                LargeMessage.class.getName(),
                temporary.toString(),
                "64",
                "32")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(process.waitFor(600, TimeUnit.SECONDS)).as("ended in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    assertThat(left(temporary)).isZero();
  }

  private static long left(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
