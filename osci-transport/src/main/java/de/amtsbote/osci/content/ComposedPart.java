package de.amtsbote.osci.content;

import de.amtsbote.osci.spool.SpoolFile;

/**
 * An attachment ready to be sent.
 *
 * @param name of the part
 * @param octets as they travel
 * @param digest over these octets, for the order signature
 */
public record ComposedPart(String name, SpoolFile octets, byte[] digest) {}
