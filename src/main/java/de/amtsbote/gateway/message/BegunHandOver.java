package de.amtsbote.gateway.message;

import java.util.UUID;

/**
 * An attempt to hand a message over that has begun, and what tells it from later ones.
 *
 * @param transmission the hand-over
 * @param id of the attempt
 * @param number how many attempts of the hand-over had begun with it
 * @param inDoubt how many of them, under the id it has now and with this one, may have arrived
 */
public record BegunHandOver(UUID transmission, long id, int number, int inDoubt) {}
