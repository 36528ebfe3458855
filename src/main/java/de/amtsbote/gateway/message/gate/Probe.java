package de.amtsbote.gateway.message.gate;

import java.util.UUID;

/**
 * One try whether a destination is back.
 *
 * @param id tells it from the one that another took over when this one showed no life
 */
record Probe(String destination, UUID id) {}
