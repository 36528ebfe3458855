package de.amtsbote.osci.mailbox;

import java.time.Instant;

/**
 * What is old enough to be deleted.
 *
 * @param receivedBefore deliveries received before this instant lose their content
 * @param storedBefore deliveries stored before this instant lose their content, received or not
 * @param cardsBefore cards (with their used message ids) modified before this instant
 * @param idsBefore message ids given out before this instant and never used
 * @param dialogsBefore dialogs not used since this instant
 */
public record PurgeLimits(
    Instant receivedBefore,
    Instant storedBefore,
    Instant cardsBefore,
    Instant idsBefore,
    Instant dialogsBefore) {}
