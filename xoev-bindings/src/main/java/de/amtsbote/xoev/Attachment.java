package de.amtsbote.xoev;

/**
 * A file that came beside a message.
 *
 * @param id id of its part on the way, such as an OSCI content id or the id of an XTA attachment;
 *     empty when it has none
 * @param name file name; empty when it has none
 * @param mediaType media type; empty when nobody said
 * @param size size in bytes; -1 when nobody counted
 * @param sha256 SHA-256 as hexadecimal digits; empty when nobody computed it
 */
public record Attachment(String id, String name, String mediaType, long size, String sha256) {}
