package de.amtsbote.osci.model;

import java.time.OffsetDateTime;

/**
 * The Laufzettel of a delivery; a time that has not come yet is null.
 *
 * @param recentModification time of the last change
 * @param creation when the intermediary took the delivery over
 * @param forwarding when the message to the recipient was built
 * @param reception when the recipient confirmed
 * @param subject of the delivery, not confidential; null if none
 */
public record ProcessCard(
    OffsetDateTime recentModification,
    Timestamp creation,
    Timestamp forwarding,
    Timestamp reception,
    String subject) {}
