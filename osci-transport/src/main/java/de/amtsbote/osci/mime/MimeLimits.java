package de.amtsbote.osci.mime;

/**
 * Limits of a MIME message.
 *
 * @param size octets of the whole message
 * @param partSize octets of one part after the first
 * @param parts number of parts
 */
public record MimeLimits(long size, long partSize, int parts) {}
