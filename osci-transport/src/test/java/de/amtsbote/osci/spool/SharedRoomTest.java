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
  private static final int LARGER = 64 * 1024 + 1;

  @TempDir Path folder;

  private List<Path> open() throws IOException {
    assumeTrue(Files.isDirectory(HANDLES), "needs " + HANDLES);
    List<Path> open = new ArrayList<>();
    try (var all = Files.newDirectoryStream(HANDLES)) {
      for (Path handle : all) {
        if (Files.isSymbolicLink(handle) && Files.readSymbolicLink(handle).startsWith(folder)) {
          open.add(handle);
        }
      }
    }
    return open;
  }

  /** Spool files that differ, of so many octets each. */
  private static List<SpoolFile> files(Spool spool, int count, int size) throws IOException {
    List<SpoolFile> files = new ArrayList<>();
    byte[] octets = new byte[size];
    for (int i = 0; i < count; i++) {
      octets[size - 1] = (byte) i;
      files.add(spool.copyOf(octets));
    }
    return files;
  }

  private void assertOneHandleFor(List<SpoolFile> files) throws IOException {
    assertThat(open()).hasSize(1);
    for (int i = 0; i < files.size(); i++) {
      SpoolFile file = files.get(i);
      assertThat(file.open(file.length() - 1, 1).read()).isEqualTo(i & 0xff);
    }

    files.forEach(SpoolFile::close);
    assertThat(open()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void thousandSmallFiles_shareOneHandle() throws IOException {
    assertOneHandleFor(files(new Spool(folder, 0, 0), 1_000, 1));
  }

  @Test
  void thousandLargerFilesOfOneMessage_shareOneHandle() throws IOException {
    assertOneHandleFor(files(new Spool(folder, 0, 0).forOneMessage(), 1_000, LARGER));
  }

  @Test
  void largerFilesThatAreComposedTogether_shareOneHandle() throws IOException {
    assertOneHandleFor(files(new Spool(folder, 0, 0).together(), 20, LARGER));
  }

  @Test
  void largerFilesOfNobody_giveTheirRoomOnDiskBackAtOnce() throws IOException {
    List<SpoolFile> files = files(new Spool(folder, 0, 0), 2, LARGER);

    files.get(0).close();

    assertThat(open()).hasSize(1);
    files.get(1).close();
    assertThat(open()).isEmpty();
  }

  @Test
  void roomThatOneFileGaveBack_isTakenByTheNext() throws IOException {
    Spool spool = new Spool(folder, 0, 0).forOneMessage();
    List<SpoolFile> files = files(spool, 2, MIB);
    long size = Files.size(open().get(0));

    files.get(0).close();
    try (SpoolFile next = spool.copyOf(new byte[MIB])) {
      assertThat(Files.size(open().get(0))).isEqualTo(size);
      assertThat(next.readAll()).containsOnly(0);
      assertThat(files.get(1).open(MIB - 1, 1).read()).isEqualTo(1);
    }
    files.get(1).close();
    assertThat(open()).isEmpty();
  }

  @Test
  void messageWhoseFilesAreAllClosed_takesAnotherFileForTheNext() throws IOException {
    Spool spool = new Spool(folder, 0, 0).forOneMessage();
    files(spool, 2, LARGER).forEach(SpoolFile::close);

    assertOneHandleFor(files(spool, 2, LARGER));
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
