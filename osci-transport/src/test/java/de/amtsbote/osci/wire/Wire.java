package de.amtsbote.osci.wire;

import de.amtsbote.osci.content.OpenedContainer;
import de.amtsbote.osci.content.OpenedContent;
import de.amtsbote.osci.content.OpenedItem;
import de.amtsbote.osci.crypto.AlgorithmPolicy;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.testing.Parties;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Composing and reading in memory, for messages of tests. */
final class Wire {

  private final Spool spool = Spool.temporary();
  private final AlgorithmPolicy writing;
  private final AlgorithmPolicy reading;

  Wire() {
    this(AlgorithmPolicy.standard(), AlgorithmPolicy.standard());
  }

  Wire(AlgorithmPolicy writing, AlgorithmPolicy reading) {
    this.writing = writing;
    this.reading = reading;
  }

  byte[] compose(OutgoingMessage message, OrderSecurity security) throws IOException {
    try (ComposedMessage composed =
        new MessageComposer(spool, writing).compose(message, security)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      composed.writeTo(out);
      return out.toByteArray();
    }
  }

  IncomingMessage read(byte[] octets) throws IOException {
    return read(octets, Expectations.NONE);
  }

  IncomingMessage read(byte[] octets, Expectations expectations) throws IOException {
    return read(octets, expectations, ReadLimits.DEFAULT);
  }

  IncomingMessage read(byte[] octets, Expectations expectations, ReadLimits limits)
      throws IOException {
    return new MessageReader(spool, reading, limits, List.of(Parties.INTERMEDIARY_CIPHER))
        .read(new ByteArrayInputStream(octets), expectations);
  }

  /** Reads and opens with the addressee's key. */
  OpenedContent open(byte[] octets) throws IOException {
    try (IncomingMessage message = read(octets)) {
      return message.open(List.of(Parties.ADDRESSEE_CIPHER));
    }
  }

  static byte[] octets(OpenedContainer container, String refId) throws IOException {
    OpenedItem.Octets item = (OpenedItem.Octets) container.item(refId).orElseThrow();
    try (InputStream in = item.open()) {
      return in.readAllBytes();
    }
  }
}
