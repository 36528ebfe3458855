package de.amtsbote.gateway.message.gate;

import java.util.UUID;

/**
 * One of the places at a destination.
 *
 * @param holder tells it from the one that another took over when this node showed no life
 */
record Slot(String destination, UUID holder) {}
