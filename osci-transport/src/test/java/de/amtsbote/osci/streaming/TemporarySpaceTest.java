package de.amtsbote.osci.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An attachment lies in the temporary folder as often as it must, and no oftener. */
class TemporarySpaceTest {

  private static final long SIZE = 2 << 20;
  private static final Path HANDLES = Path.of("/proc/self/fd");

  @TempDir Path sending;
  @TempDir Path receiving;

  /**
   * Spool files have no name any more while they are open, so they are counted by their handles.
   */
  private static List<Long> sizes(Path folder) throws IOException {
    var sizes = new ArrayList<Long>();
    try (var handles = Files.newDirectoryStream(HANDLES)) {
      for (var handle : handles) {
        try {
          if (Files.readSymbolicLink(handle).startsWith(folder)) {
            sizes.add(Files.size(handle));
          }
        } catch (NoSuchFileException e) {
          continue;
        }
      }
    }
    return sizes;
  }

  private static long size(Path folder) throws IOException {
    return sizes(folder).stream().mapToLong(Long::longValue).sum();
  }

  private ComposedMessage composed(ContentContainer container) throws IOException {
    var message = Samples.store(ContentPackage.of(Samples.encrypted(container)));
    return new MessageComposer(new Spool(sending, 1 << 16, 0), AlgorithmPolicy.standard())
        .compose(message, Samples.fullSecurity(message));
  }

  private MessageReader reader() {
    return new MessageReader(
        new Spool(receiving, 1 << 16, 0),
        AlgorithmPolicy.standard(),
        ReadLimits.DEFAULT,
        List.of(Parties.INTERMEDIARY_CIPHER));
  }

  @Test
  void attachment_liesOnceAtTheSenderAndTwiceAtTheReceiver() throws IOException {
    assumeTrue(Files.isDirectory(HANDLES), "needs " + HANDLES);
    var container =
        ContentContainer.builder("container")
            .attachment("attachment", "large.bin", () -> new PatternStream(SIZE))
            .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE))
            .build();

    try (var composed = composed(container);
        var wire = composed.open();
        var read = reader().read(wire, Expectations.NONE)) {
      read.open(List.of(Parties.ADDRESSEE_CIPHER));

      assertThat(size(sending)).isBetween(SIZE, SIZE * 11 / 10);
      assertThat(size(receiving)).isBetween(2 * SIZE, SIZE * 21 / 10);
    }
    assertThat(size(sending) + size(receiving)).isZero();
  }

  @Test
  void manyAttachments_needOneHandleForLargeAndOneForSmallOnEitherSide() throws IOException {
    assumeTrue(Files.isDirectory(HANDLES), "needs " + HANDLES);
    var container = ContentContainer.builder("container");
    for (int i = 0; i < 30; i++) {
      var size = (1 << 16) + i;
      container.attachment("a" + i, i + ".bin", () -> new PatternStream(size));
    }

    try (var composed = composed(container.build());
        var wire = composed.open();
        var read = reader().read(wire, Expectations.NONE)) {
      read.open(List.of(Parties.ADDRESSEE_CIPHER));

      assertThat(sizes(sending)).hasSizeLessThanOrEqualTo(2);
      assertThat(sizes(receiving)).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(sizes(sending)).isEmpty();
    assertThat(sizes(receiving)).isEmpty();
  }
}
