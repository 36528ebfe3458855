package de.amtsbote.gateway.message.retention;

/**
 * Messages that are kept for the same time.
 *
 * @param standard null for messages of no recognised standard
 * @param service null for messages without one
 */
public record MessageGroup(String tenant, String standard, String service) {}
