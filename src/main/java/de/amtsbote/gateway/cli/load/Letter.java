package de.amtsbote.gateway.cli.load;

import de.amtsbote.gateway.cli.sample.Attachment;
import java.util.List;

/**
 * One message to be handed in, unlike any other.
 *
 * @param key idempotency key
 */
record Letter(String key, byte[] payload, List<Attachment> attachments) {}
