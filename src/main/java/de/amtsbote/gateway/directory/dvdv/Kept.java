package de.amtsbote.gateway.directory.dvdv;

import java.time.Instant;

/**
 * An answer that is kept.
 *
 * @param at when it was given
 * @param stale true when it is given out although it was time to ask again
 */
record Kept<T>(T value, Instant at, boolean stale) {}
