package de.amtsbote.gateway.delivery.mailbox;

import de.amtsbote.gateway.message.MessageId;
import java.time.Instant;

/**
 * What a reader said of a message.
 *
 * @param at when it was said first; null while it is being said
 * @param account who said it
 * @param reason why it is rejected, shown to its sender; null without
 * @param reply the answer that came along; null without
 */
public record Acknowledgement(
    ProcessingStatus status, Instant at, String account, String reason, MessageId reply) {}
