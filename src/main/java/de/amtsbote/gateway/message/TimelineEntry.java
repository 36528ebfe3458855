package de.amtsbote.gateway.message;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a timeline, chained to the one before by its hash.
 *
 * @param sequence position, from 1
 * @param state the message's state after it
 * @param code error code such as {@code AB-4001}; null without
 * @param actor who did it: {@code system}, {@code account:NAME}, {@code operator:NAME}
 * @param details technical facts; never payload or personal data
 * @param hash SHA-256 over the previous hash and this entry, lower-case hex
 */
public record TimelineEntry(
    int sequence,
    Instant at,
    TimelineEvent event,
    MessageState state,
    String code,
    String actor,
    Map<String, String> details,
    String previousHash,
    String hash) {}
