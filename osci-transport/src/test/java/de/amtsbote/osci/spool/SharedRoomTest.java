package de.amtsbote.osci.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message leaves memory and file handles to the others. */
class SharedRoomTest {

  private static final Path HANDLES = Path.of("/proc/self/fd");
  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  private long handles() throws IOException {
    assumeTrue(Files.isDirectory(HANDLES), "needs " + HANDLES);
    long count = 0;
    try (var all = Files.newDirectoryStream(HANDLES)) {
      for (Path handle : all) {
        if (Files.isSymbolicLink(handle) && Files.readSymbolicLink(handle).startsWith(folder)) {
          count++;
        }
      }
    }
    return count;
  }

  @Test
  void thousandSmallFiles_shareOneHandle() throws IOException {
    Spool spool = new Spool(folder, 0, 0);
    List<SpoolFile> files = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      files.add(spool.copyOf(new byte[] {(byte) i}));
    }

    assertThat(handles()).isEqualTo(1);

    files.forEach(SpoolFile::close);
    assertThat(handles()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void readerThatIsInterrupted_takesTheFileFromNobody() throws IOException {
    Spool spool = new Spool(folder, 0, 0);
    try (SpoolFile one = spool.copyOf(new byte[] {1});
        SpoolFile other = spool.copyOf(new byte[] {2})) {
      Thread.currentThread().interrupt();
      assertThat(one.readAll()).containsExactly(1);
      assertThat(Thread.interrupted()).isTrue();

      assertThat(other.readAll()).containsExactly(2);
    }
  }

  @Test
  void oneMessage_leavesMemoryToTheNext() throws IOException {
    Spool spool = new Spool(folder, 6 * MIB, 6 * MIB);
    Spool greedy = spool.forOneMessage();
    List<SpoolFile> files = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      files.add(greedy.copyOf(new byte[MIB]));
    }

    try (SpoolFile next = spool.forOneMessage().copyOf(new byte[MIB])) {
      assertThat(files.stream().filter(SpoolFile::inMemory)).hasSize(4);
      assertThat(next.inMemory()).isTrue();
    }
    files.forEach(SpoolFile::close);
  }
}
