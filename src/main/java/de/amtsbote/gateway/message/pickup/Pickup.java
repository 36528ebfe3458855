package de.amtsbote.gateway.message.pickup;

import de.amtsbote.gateway.message.MessageId;
import de.amtsbote.gateway.message.TransmissionKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A hand-over that lies ready for its reader.
 *
 * @param id of the transmission
 * @param route id of the route that handed it over; null when it is not known
 * @param partner logical name of the partner or delivery that it went to
 * @param sentAt since when it lies there
 * @param checkedAt when it was seen last whether the reader has come, as in the process card; null
 *     before the first time
 * @param overdueAt when it was found to lie too long; null before
 */
public record Pickup(
    UUID id,
    MessageId messageId,
    String tenant,
    String standard,
    String messageType,
    String service,
    String route,
    TransmissionKind kind,
    String partner,
    Instant sentAt,
    Instant checkedAt,
    Instant overdueAt) {}
