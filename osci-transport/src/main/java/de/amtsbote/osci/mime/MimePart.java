package de.amtsbote.osci.mime;

import java.io.InputStream;

/**
 * One part of a message.
 *
 * @param contentId without angle brackets
 * @param coded whether its octets travel in Base64
 * @param offset where its octets, as they travel, start in the message
 * @param body its octets, decoded where needed; read it before asking for the next part
 */
public record MimePart(String contentId, boolean coded, long offset, InputStream body) {}
