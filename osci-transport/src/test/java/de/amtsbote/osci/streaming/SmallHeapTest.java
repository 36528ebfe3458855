package de.amtsbote.osci.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message much larger than the heap goes through, and leaves nothing behind. */
class SmallHeapTest {

  @TempDir Path folder;

  @Test
  void attachmentAndDataLargerThanTheHeap_comeThrough() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("spool"));

    SmallHeap.run(folder.resolve("log"), 600, LargeMessage.class, temporary.toString(), "64", "32");

    assertThat(left(temporary)).isZero();
  }

  private static long left(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
