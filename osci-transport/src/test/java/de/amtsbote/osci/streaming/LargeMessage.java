package de.amtsbote.osci.streaming;

import de.amtsbote.osci.content.ContentContainer;
import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.ContentSigner;
import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import de.amtsbote.osci.testing.Samples;
import de.amtsbote.osci.wire.ComposedMessage;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.IncomingMessage;
import de.amtsbote.osci.wire.MessageComposer;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.OutgoingMessage;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Composes a message with a large attachment and as large data in the XML, reads, decrypts and
 * verifies it. Arguments: folder for temporary files, MiB of the attachment, MiB of the data. To be
 * run in a small heap; ends with 0 if every octet came through.
 */
public final class LargeMessage {

  private static final long MIB = 1L << 20;

  private LargeMessage() {}

  /** Runs once. */
  public static void main(String[] arguments) throws IOException {
    Spool spool = Spool.in(Path.of(arguments[0]));
    long attachment = Long.parseLong(arguments[1]) * MIB;
    long data = Long.parseLong(arguments[2]) * MIB;
    ContentContainer container =
        ContentContainer.builder("container")
            .data("data", () -> new PatternStream(data))
            .attachment("attachment", "large.bin", () -> new PatternStream(attachment))
            .signer(ContentSigner.originator(Parties.ORIGINATOR_SIGNATURE))
            .build();
    OutgoingMessage message = Samples.store(ContentPackage.of(Samples.encrypted(container)));
    MessageComposer composer = new MessageComposer(spool, AlgorithmPolicy.standard());
    MessageReader reader =
        new MessageReader(
            spool,
            AlgorithmPolicy.standard(),
            ReadLimits.DEFAULT,
            List.of(Parties.INTERMEDIARY_CIPHER));
    try (ComposedMessage composed = composer.compose(message, Samples.fullSecurity(message));
        InputStream wire = composed.open();
        IncomingMessage read = reader.read(wire, Expectations.NONE)) {
      OpenedContainer opened = read.open(List.of(Parties.ADDRESSEE_CIPHER)).containers().get(0);
      check(opened, "data", data);
      check(opened, "attachment", attachment);
    }
  }

  private static void check(OpenedContainer container, String refId, long length)
      throws IOException {
    OpenedItem.Octets item = (OpenedItem.Octets) container.item(refId).orElseThrow();
    try (InputStream expected = new PatternStream(length);
        InputStream actual = item.open()) {
      byte[] wanted = new byte[1 << 16];
      int count = expected.readNBytes(wanted, 0, wanted.length);
      while (count > 0) {
        byte[] found = actual.readNBytes(count);
        if (!Arrays.equals(wanted, 0, count, found, 0, found.length)) {
          throw new IllegalStateException(refId + " did not come through as it was");
        }
        count = expected.readNBytes(wanted, 0, wanted.length);
      }
      if (actual.read() >= 0) {
        throw new IllegalStateException(refId + " is too long");
      }
    }
  }
}
