package de.amtsbote.gateway.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A message larger than the heap goes in over REST, through the store, and out over HTTP, as a file
 * and from a mailbox. The properties amtsbote.large.mib and amtsbote.large.heap choose another
 * size; how long it took and how much memory stands in target/large-way.txt.
 */
class LargeWayTest {

  private static final long MIB = 1024 * 1024;

  @TempDir Path folder;

  @Test
  void attachmentLargerThanTheHeap_comesThroughWhole() throws Exception {
    var size = Long.getLong("amtsbote.large.mib", 224) * MIB;
    var heap = System.getProperty("amtsbote.large.heap", "192m");
    try (var way = new LargeWay(folder, heap, size)) {
      way.awaitHealth();
      var begin = System.nanoTime();
      var sent = way.submit();
      var taken = System.nanoTime();
      await()
          .atMost(Duration.ofMinutes(8))
          .ignoreExceptions()
          .until(() -> way.posted() != null && way.dropFile().isPresent());
      var done = System.nanoTime();
      await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(way::isInTheMailbox);
      var asked = System.nanoTime();
      var fetched = way.fetched();
      var end = System.nanoTime();

      assertThat(way.posted()).as(way.log()).isEqualTo(sent);
      assertThat(way.dropped()).isEqualTo(sent);
      assertThat(fetched).as(way.log()).isEqualTo(sent);
      assertThat(way.log()).doesNotContain("OutOfMemory");
      Files.writeString(
          Path.of("target/large-way.txt"),
          "%d MiB, heap %s: taken in %d s, handed over twice in %d s, fetched in %d s, %s%n"
              .formatted(
                  size / MIB,
                  heap,
                  Duration.ofNanos(taken - begin).toSeconds(),
                  Duration.ofNanos(done - taken).toSeconds(),
                  Duration.ofNanos(end - asked).toSeconds(),
                  way.residentPeak()));
      try (var spool = Files.list(folder.resolve("data/spool"))) {
        assertThat(spool).isEmpty();
      }
    }
  }
}
