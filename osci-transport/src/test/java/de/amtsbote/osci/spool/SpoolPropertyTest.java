package de.amtsbote.osci.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsbote.osci.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What is spooled comes out again, by range too, and memory is accounted for to the last octet. */
class SpoolPropertyTest {

  private static final int PIECE = 64 * 1024;
  private static final int LARGEST = 3 * PIECE + 100;

  private static byte[] octets(int size) {
    byte[] octets = new byte[size];
    new Random(size).nextBytes(octets);
    return octets;
  }

  private static SpoolFile written(Spool spool, byte[] octets, int step) throws IOException {
    SpoolFile file = spool.create();
    for (int at = 0; at < octets.length; at += step) {
      file.output().write(octets, at, Math.min(step, octets.length - at));
    }
    file.finish();
    return file;
  }

  private static Path folder() throws IOException {
    return Files.createTempDirectory("spool");
  }

  private static void assertEmpty(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    Files.delete(folder);
  }

  @Property(tries = 150, seed = Samples.SEED)
  void eachRange_isWhatWasWritten(
      @ForAll @IntRange(max = LARGEST) int size,
      @ForAll @IntRange(min = 1, max = 100_000) int step,
      @ForAll @LongRange(max = LARGEST) long threshold,
      @ForAll @IntRange(max = LARGEST) int from,
      @ForAll @IntRange(max = LARGEST) int count)
      throws IOException {
    Path folder = folder();
    byte[] octets = octets(size);
    int start = Math.min(from, size);
    int end = Math.min(size, start + count);

    try (SpoolFile file = written(new Spool(folder, threshold, Long.MAX_VALUE), octets, step);
        SpoolFile slice = file.slice(start, end - start);
        InputStream range = file.open(start, end - start)) {
      assertThat(file.length()).isEqualTo(size);
      assertThat(file.inMemory()).isEqualTo(size <= threshold);
      assertThat(file.readAll()).isEqualTo(octets);
      assertThat(range.readAllBytes()).isEqualTo(Arrays.copyOfRange(octets, start, end));
      assertThat(slice.readAll()).isEqualTo(Arrays.copyOfRange(octets, start, end));
    }
    assertEmpty(folder);
  }

  @Property(tries = 150, seed = Samples.SEED)
  void budget_isNeverOverdrawnAndBackWhenAllIsClosed(
      @ForAll @Size(max = 12) List<@IntRange(max = LARGEST) Integer> sizes,
      @ForAll @LongRange(max = LARGEST) long threshold,
      @ForAll @LongRange(max = 2 * LARGEST) long budget)
      throws IOException {
    Path folder = folder();
    Spool spool = new Spool(folder, threshold, budget);
    List<SpoolFile> files = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      Spool its = i % 3 == 0 ? spool.forOneMessage() : spool;
      files.add(written(its, octets(sizes.get(i)), 10_000));
      assertThat(spool.free()).isBetween(0L, budget);
    }
    for (int i = 0; i < sizes.size(); i++) {
      assertThat(files.get(i).readAll()).isEqualTo(octets(sizes.get(i)));
      files.get(i).close();
      files.get(i).close();
    }

    assertThat(spool.free()).isEqualTo(budget);
    assertEmpty(folder);
  }

  @Property(tries = 60, seed = Samples.SEED)
  void filesInOneRoom_areEachWhatWasWritten(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = LARGEST) Integer> sizes,
      @ForAll @IntRange(min = 5_000, max = 100_000) int step,
      @ForAll @IntRange(max = 5) int closedFirst)
      throws IOException {
    Path folder = folder();
    Spool spool = new Spool(folder, 0, 0).together();
    List<byte[]> texts = sizes.stream().map(SpoolPropertyTest::octets).toList();
    List<SpoolFile> files = texts.stream().map(text -> spool.create()).toList();
    for (int at = 0; at < LARGEST; at += step) {
      for (int i = 0; i < files.size(); i++) {
        int from = Math.min(at, texts.get(i).length);
        int count = Math.min(step, texts.get(i).length - from);
        files.get(i).output().write(texts.get(i), from, count);
      }
    }
    for (SpoolFile file : files) {
      file.finish();
    }

    int first = closedFirst % files.size();
    files.get(first).close();
    try (SpoolFile next = written(spool, octets(LARGEST), step)) {
      assertThat(next.readAll()).isEqualTo(octets(LARGEST));
      for (int i = 0; i < files.size(); i++) {
        if (i != first) {
          assertThat(files.get(i).readAll()).isEqualTo(texts.get(i));
        }
      }
    }
    files.forEach(SpoolFile::close);
    assertEmpty(folder);
  }

  @Property(tries = 40, seed = Samples.SEED)
  void whereNoFileCanBeMade_nothingIsHeldAfterwards(
      @ForAll @IntRange(min = 1, max = LARGEST) int size,
      @ForAll @LongRange(max = LARGEST) long threshold)
      throws IOException {
    Path folder = folder();
    Spool spool = new Spool(folder.resolve("missing"), threshold, 2 * LARGEST);
    byte[] octets = octets(size);

    if (size > threshold) {
      assertThatThrownBy(() -> spool.copyOf(octets)).isInstanceOf(SpoolException.class);
    } else {
      spool.copyOf(octets).close();
    }

    assertThat(spool.free()).isEqualTo(2 * LARGEST);
    assertEmpty(folder);
  }

  @Property(tries = 60, seed = Samples.SEED)
  void streamThatIsReadAfterItsFileIsClosed_endsWithAnError(
      @ForAll @IntRange(min = 2, max = LARGEST) int size,
      @ForAll @LongRange(max = LARGEST) long threshold)
      throws IOException {
    Path folder = folder();
    SpoolFile file = written(new Spool(folder, threshold, Long.MAX_VALUE), octets(size), 7_000);
    InputStream in = file.open();
    assertThat(in.read()).isNotNegative();

    file.close();

    assertThatThrownBy(in::read).isInstanceOf(SpoolException.class);
    assertThatThrownBy(file::open).isInstanceOf(IOException.class);
    assertEmpty(folder);
  }
}
