package de.amtsbote.gateway.message.version;

import de.amtsbote.gateway.message.Entry;

/**
 * Which version of a message is there now.
 *
 * @param tag another one after every change of whatever callers can see
 */
public record Version(String tenant, Entry entry, String tag) {}
