package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.mailbox.ProcessCardEntry;
import de.amtsbote.osci.model.MessageId;
import de.amtsbote.osci.model.ProcessCard;
import de.amtsbote.osci.model.ProcessCardBundle;
import de.amtsbote.osci.model.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Stored process cards in the form that the protocol speaks. */
final class Cards {

  private final ZoneId zone;

  Cards(ZoneId zone) {
    this.zone = zone;
  }

  ProcessCardBundle bundle(ProcessCardEntry entry) {
    var card =
        new ProcessCard(
            local(entry.modifiedAt()),
            Timestamp.of(local(entry.createdAt())),
            timestamp(entry.forwardedAt()),
            timestamp(entry.receivedAt()),
            entry.subject().orElse(null));
    return new ProcessCardBundle(
        new MessageId(entry.messageId()), card, InspectionCodec.decode(entry.inspections()));
  }

  private Timestamp timestamp(Optional<Instant> at) {
    return at.map(instant -> Timestamp.of(local(instant))).orElse(null);
  }

  private OffsetDateTime local(Instant at) {
    return at.atZone(zone).toOffsetDateTime();
  }
}
