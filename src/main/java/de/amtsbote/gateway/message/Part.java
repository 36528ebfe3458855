package de.amtsbote.gateway.message;

/**
 * What is known of a part without opening it.
 *
 * @param number position in the message, from 0
 * @param size bytes of plain content
 * @param sha256 SHA-256 of the plain content, lower-case hex
 */
public record Part(
    int number, PartRole role, String name, String mediaType, long size, String sha256) {}
