package de.amtsbote.osci.spool;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsbote.osci.streaming.SmallHeap;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spool files that are written hold no memory, however many there are. */
class ManySmallFilesTest {

  @TempDir Path folder;

  @Test
  void thousandFinishedFiles_fitIntoASmallHeap() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("spool"));

    SmallHeap.run(folder.resolve("log"), 60, ManySmallFiles.class, temporary.toString());

    assertThat(temporary).isEmptyDirectory();
  }
}
