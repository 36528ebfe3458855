package de.amtsbote.osci.mime;

import java.io.InputStream;

/**
 * One part of a message.
 *
 * @param contentId without angle brackets
 * @param contentType as written; empty if not said
 * @param body its octets, decoded from Base64 where needed; read it before asking for the next part
 */
public record MimePart(String contentId, String contentType, InputStream body) {}
