package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.content.ContentPackage;
import de.amtsbote.osci.content.StoredElement;
import de.amtsbote.osci.content.StoredPart;
import de.amtsbote.osci.mailbox.PartSource;
import de.amtsbote.osci.mailbox.StoredDelivery;
import de.amtsbote.osci.spool.Spool;
import de.amtsbote.osci.spool.SpoolFile;
import de.amtsbote.osci.wire.IncomingMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes deliveries apart for the store and puts them together again, octet by octet. */
final class Deliveries {

  /** Half of what readers take: the message that passes it on has blocks of its own besides. */
  private static final int MOST_HEADER = 4 << 20;

  private final Spool spool;

  Deliveries(Spool spool) {
    this.spool = spool;
  }

  /** Octets of a message as a part of a stored delivery. */
  private record SpooledPart(String name, SpoolFile octets) implements PartSource {

    @Override
    public long length() {
      return octets.length();
    }

    @Override
    public InputStream open() throws IOException {
      return octets.open();
    }
  }

  /** Whether another message can carry what this one brings besides its content. */
  static boolean canGoOn(IncomingMessage message) {
    return headerOf(message).encode().length <= MOST_HEADER;
  }

  static DeliveryHeader headerOf(IncomingMessage order) {
    var content = order.content();
    return new DeliveryHeader(
        order.certificates().withoutIntermediary(),
        order.headers(),
        content.elements().stream()
            .map(element -> new DeliveryHeader.Element(element.kind(), element.id()))
            .toList(),
        content.parts().stream().map(StoredPart::name).toList());
  }

  /** The octets in the order of {@link #headerOf}; valid as long as the message is open. */
  static List<PartSource> partsOf(IncomingMessage order) {
    var parts = new ArrayList<PartSource>();
    for (var element : order.content().elements()) {
      parts.add(new SpooledPart("element-" + parts.size(), element.octets()));
    }
    for (var part : order.content().parts()) {
      parts.add(new SpooledPart("attachment-" + parts.size(), part.octets()));
    }
    return parts;
  }

  /** A stored delivery, ready to be carried by an answer or order. */
  Outcome.Delivery load(StoredDelivery stored) throws IOException {
    var header = DeliveryHeader.decode(stored.header());
    var files = new ArrayList<SpoolFile>();
    var room = spool.together();
    try {
      for (var part : stored.parts()) {
        try (var in = part.open()) {
          files.add(room.copyOf(in));
        }
      }
      return new Outcome.Delivery(
          Optional.of(stored.messageId()),
          header.certificates(),
          header.headers(),
          content(header, files),
          () -> files.forEach(SpoolFile::close));
    } catch (IOException | RuntimeException e) {
      files.forEach(SpoolFile::close);
      throw e;
    }
  }

  private static ContentPackage content(DeliveryHeader header, List<SpoolFile> files) {
    var elements = new ArrayList<StoredElement>();
    for (var element : header.elements()) {
      elements.add(new StoredElement(element.kind(), element.id(), files.get(elements.size())));
    }
    var parts = new ArrayList<StoredPart>();
    for (var name : header.attachments()) {
      parts.add(new StoredPart(name, files.get(elements.size() + parts.size())));
    }
    return new ContentPackage.Stored(elements, parts);
  }
}
