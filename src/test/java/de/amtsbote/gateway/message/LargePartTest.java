package de.amtsbote.gateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.gateway.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargePartTest {

  @TempDir Path directory;

  /** A JVM with 40 MiB of heap could not hold a quarter of this part. */
  @Test
  void partFarLargerThanTheHeap_goesInAndOut() throws Exception {
    var log = directory.resolve("log");
    var store =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-cp",
                System.getProperty("java.class.path"),
                LargePart.class.getName(),
                TestDatabase.freshUrl(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();

    assertThat(store.waitFor(5, TimeUnit.MINUTES)).isTrue();

    assertThat(Files.readString(log)).endsWith("same\n");
  }
}
