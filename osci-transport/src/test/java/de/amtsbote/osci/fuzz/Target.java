package de.amtsbote.osci.fuzz;

import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.error.Layer;
import de.amtsbote.osci.error.OsciException;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.wire.Expectations;
import de.amtsbote.osci.wire.MessageReader;
import de.amtsbote.osci.wire.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Reads and opens with all keys; whatever is wrong must be told by a rule that blames the message.
 */
final class Target {

  private static final MessageReader READER =
      new MessageReader(
          Spool.temporary(), AlgorithmPolicy.legacyPartner(), ReadLimits.DEFAULT, Seeds.KEYS);

  private Target() {}

  static void readAndOpen(byte[] octets) throws IOException {
    try (var message = READER.read(new ByteArrayInputStream(octets), Expectations.NONE)) {
      message.open(Seeds.KEYS);
    } catch (OsciException e) {
      if (e.error().layer() == Layer.INTERNAL) {
        throw e;
      }
    }
  }
}
